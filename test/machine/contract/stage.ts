import type { Client } from '../../../shared/core/client.ts';
import type { Machine } from '../../../shared/machine/machine.ts';
import type { Temper } from '../../../shared/practice/temper.ts';

/** A machine with one chat client on it, whichever machine it is. */
export interface Stage {
  readonly machine: Machine;
  /** All clients of this stage; the one on it has the id `client`. */
  readonly clients: readonly Client[];
  readonly client: string;
  /** Takes everything away again. */
  end(): Promise<void>;
}

/** How many helpers the client has. */
export const HELPERS = 3;

export type SetStage = (temper: Temper) => Promise<Stage>;
