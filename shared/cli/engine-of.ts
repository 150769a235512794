import { openEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import { openRestores, type Restores } from '../engine/restores.ts';
import { codesOf } from './codes-of.ts';
import type { Context } from './context.ts';

type Of = Pick<Context, 'machine' | 'store'>;

/** The engine of a command, by its machine: a recording and `--every-user` bring one of their own. */
export const engineOf = (context: Of): Engine => openEngine(engineOptions(context));

/** The way back, for the commands that ask for it. */
export const restoresOf = (context: Of): Restores => openRestores(engineOptions(context));

/** What the engine of a command is opened with. */
export const engineOptions = ({ machine, store }: Of): EngineOptions => ({
  ...{ machine, store, surface: 'command line' },
  codes: codesOf({ machine }),
});
