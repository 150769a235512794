import type { Recognizer } from '../core/identify.ts';
import type { Memory, Observation } from '../core/model.ts';
import { remember } from '../core/recognition/memory.ts';

/**
 * A recognizer that remembers by pid and start time what the looks of one request have seen. With its root
 * gone, a helper of the same program looks like a root itself, and one that hides its program like nobody.
 */
export function remembering(recognize: Recognizer, before: Observation): Recognizer {
  let memory: Memory = new Map();
  const keep = ({ client, processes }: Observation): void => {
    if (processes.known) memory = remember(memory, client, processes.value);
  };
  keep(before);
  return (snapshot) => {
    const seen = recognize({ ...snapshot, remembered: memory });
    const own = seen.get(before.client);
    if (own) keep(own);
    return seen;
  };
}
