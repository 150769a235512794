/** What is the matter with a file or folder of ours, as data. */
export interface StateFaultLine {
  /** The system's own word (`ENOSPC`), or why a folder is not ours alone; `failed` for anything else. */
  readonly code: string;
  /** Absent where the fault is about no file. */
  readonly path?: string;
  /** `other-owner`: whose it is. */
  readonly owner?: number;
  /** `failed`: what was thrown. */
  readonly detail?: string;
}
