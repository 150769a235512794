import type { Client } from '../core/client.ts';
import type { Language } from '../core/language.ts';
import type { Machine } from '../machine/machine.ts';
import type { Store } from '../store/store.ts';
import type { FileFault } from '../store/user-clients.ts';
import type { Screen } from './print/screen.ts';

/** Everything a command works with; made once by the outermost file. */
export interface Context {
  readonly machine: Machine;
  readonly store: Store;
  readonly clients: readonly Client[];
  /** Client files of the user that could not be read. */
  readonly faults: readonly FileFault[];
  /** What is wrong with the files of settled places: then nothing is settled. */
  readonly placeFaults?: readonly FileFault[];
  readonly lang: Language;
  readonly screen: Screen;
  readonly json: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The bundle of the practice client. */
  readonly practiceBundle: string;
  /** Aborted by Ctrl-C. */
  readonly cancelled: AbortSignal;
}

/** 0: nothing left. 1: something left or refused. 2: an error, or wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The person chose nothing, or said no: that is said, and is no error. */
export class NotDone extends Error {}

/** Something that the person who called can put right: what happened, and what to do next. */
export class UsageError extends Error {
  readonly next: string;
  constructor(message: string, next = '') {
    super(message);
    this.next = next;
  }
}
