import type { Refusal } from '../../core/model.ts';

/** The leave to remove what was listed: how, whether it is still right, and whether the person still wants it. */
export interface RemovalOrder {
  readonly permanently: boolean;
  /** A refusal if the client came back or can no longer be seen. */
  mayTouch(): Promise<Refusal | undefined>;
  onProgress?(files: number, bytes: number): void;
  /** Aborted when the person no longer wants it: what was begun is ended tidily, and told. */
  readonly cancelled?: AbortSignal;
}

/** The leave to put back: who else uses the folder, and whether the person still wants it. */
export type RestoreOrder = Pick<RemovalOrder, 'mayTouch' | 'cancelled'>;
