/** Why a file at the administrator's place may be somebody else's word. */
export interface Distrust {
  readonly code:
    | 'other-owner' // this file or folder belongs to somebody who is no administrator
    | 'others-write' // somebody else than an administrator may write it
    | 'not-known'; // who may write it cannot be seen
  /** The file, or a folder above it. */
  readonly path: string;
  /** User id, or SID. */
  readonly owner?: string;
}
