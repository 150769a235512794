import { openEngine, type Engine } from '../engine/engine.ts';
import { codesOf } from './codes-of.ts';
import type { Context } from './context.ts';

/** The engine of a command, by its machine: a recording and `--every-user` bring one of their own. */
export const engineOf = ({ machine, store }: Context): Engine =>
  openEngine({
    ...{ machine, store, surface: 'command line' },
    codes: codesOf({ machine }),
  });
