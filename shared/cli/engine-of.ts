import { words } from '../words/words.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import type { Context } from './context.ts';

/** The engine of a command, by its machine: a recording and `--every-user` bring one of their own. */
export const engineOf = ({ machine, store, lang }: Context): Engine =>
  openEngine({ machine, store, surface: 'command line', lang: () => lang, words });
