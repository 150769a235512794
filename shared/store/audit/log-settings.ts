/** What a policy says of the audit log as a whole. */
export interface LogSettings {
  /** How lines are signed; a log in the other way is in a folder of its own. */
  readonly algorithm?: 'ed25519' | 'sm3+sm2';
  /** A checkpoint after so many lines. */
  readonly checkpointEvery?: number;
  /** A folder that each checkpoint is copied into, so that it leaves this computer. */
  readonly checkpoints?: string;
  /** How long lines are kept, in days; for ever where absent. */
  readonly keepDays?: number;
}

/** Lines between two checkpoints. */
export const CHECKPOINT_EVERY = 100;
