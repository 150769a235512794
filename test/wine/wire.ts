import type { Machine } from '../../shared/machine/machine.ts';

/** What goes to the agent: a verb of the port, or one of ours. */
export interface Question {
  readonly id: number;
  readonly verb:
    | Exclude<keyof Machine, 'platform' | 'places' | 'now' | 'sleep' | 'list' | 'claim' | 'observe'>
    | 'catalogue'
    | 'observe'
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
