import type { Room } from '../exit.ts';
import type { Context } from './context.ts';

/** What the core needs of us. */
export const roomOf = (context: Context): Room => ({ ...context, surface: 'command line' });
