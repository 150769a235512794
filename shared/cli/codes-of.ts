import { codesIn, type Codes } from '../store/code/codes.ts';
import type { Context } from './context.ts';

/** The one-time codes of the person who called. What checks them is loaded once a policy, or a command, wants it. */
export const codesOf = ({ machine }: Pick<Context, 'machine'>): Codes =>
  codesIn(machine.places, () => machine.clock.now());
