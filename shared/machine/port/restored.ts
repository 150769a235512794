/** What became of one thing in the trash; `left`: what of it stays there. */
export interface Restored {
  readonly from: string;
  readonly to: string;
  readonly state:
    /** All of it could go back; the next two: altered since it went, and not all of it. */
    | 'restorable'
    | 'restorable-altered'
    | 'restorable-partly'
    /** All of it is back as it went; the next two as above. */
    | 'restored'
    | 'altered'
    | 'partly'
    | 'not-in-trash'
    /** It is no longer in the trash because it is at its place. */
    | 'already-back'
    | 'changed'
    | 'occupied'
    | 'denied'
    | 'behind-link'
    | 'no-folder'
    /** Called off before it, or before anything of it: it stays in the trash. */
    | 'stopped'
    | 'failed';
  readonly left?: readonly string[];
  /** Folders, or the one file, whose contents are not those that went. */
  readonly altered?: readonly string[];
}
