import type { Client } from '../../../shared/core/client.ts';
import type { Machine } from '../../../shared/machine/machine.ts';
import type { Behaviour } from '../../../shared/practice/behaviour.ts';

/** A machine with one chat client on it, whichever machine it is. */
export interface Stage {
  readonly machine: Machine;
  /** The same computer by a machine that was never asked anything. */
  another(): Promise<Machine>;
  /** All clients of this stage; the one on it has the id `client`. */
  readonly clients: readonly Client[];
  readonly client: string;
  /** What cannot be on this machine, and why: an answer with a reason, in the place of the usual one. */
  readonly cannot?: Cannot;
  /** Takes everything away again. */
  end(): Promise<void>;
}

export interface Cannot {
  /** No icon is seen. */
  readonly trayIcon?: string;
  /** No menu of an icon can be pressed: the polite request is the first way. */
  readonly trayMenu?: string;
  /** No icon stays when its client has gone. */
  readonly ghost?: string;
}

/** How many helpers the client has. */
export const HELPERS = 3;

export type SetStage = (temper: Behaviour) => Promise<Stage>;
