import { recognizer, type Recognizer } from '../core/identify.ts';
import type { ObserveContext } from './context.ts';

/** Sorts by client what the machine of this context sees. */
export const recognizerOf = ({ machine, clients }: ObserveContext): Recognizer =>
  recognizer(clients, machine.platform, machine.places);
