import { recognizer, type Recognizer } from '../core/identify.ts';
import type { ObserveContext } from './context.ts';

/** Sorts by client what the machine of this context sees. */
export const recognizerOf = ({
  machine,
  clients,
}: Pick<ObserveContext, 'machine' | 'clients'>): Recognizer =>
  recognizer(clients, machine.platform, machine.places);
