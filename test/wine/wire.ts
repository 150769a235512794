import type { Machine } from '../../shared/machine/machine.ts';

/** A service whose functions are called by name. */
export type Service = Extract<keyof Machine, 'processes' | 'desktop' | 'quit' | 'files'>;

/** What goes to the agent: a verb of the port, or one of ours. */
export interface Question {
  readonly id: number;
  readonly verb:
    | `${Service} ${string}`
    | 'examine'
    | 'catalogue'
    | 'list'
    | 'remove'
    | 'places'
    | 'measure'
    | 'exit'
    | 'claim'
    | 'release';
  readonly given: readonly unknown[];
}

/** What comes back: an answer, a fault, or a question in the middle of a removal. */
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly ask: number; readonly about: number };
