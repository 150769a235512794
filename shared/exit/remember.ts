import type { Recognizer } from '../core/identify.ts';
import { map } from '../core/known.ts';
import type { Observation } from '../core/model.ts';
import { sameProcess } from './names.ts';

/**
 * A recognizer that remembers who was a helper when the request began. With its root gone, a helper of
 * the same program looks like a root itself; it is none (rule R2).
 */
export function remembering(recognize: Recognizer, before: Observation): Recognizer {
  const helpers = (before.processes.known ? before.processes.value : []).filter(
    (process) => process.role === 'helper',
  );
  return (sighting) => {
    const seen = recognize(sighting);
    const own = seen.get(before.client);
    if (!own || helpers.length === 0) return seen;
    const processes = map(own.processes, (all) =>
      all.map((process) =>
        helpers.some((helper) => sameProcess(helper, process))
          ? { ...process, role: 'helper' as const }
          : process,
      ),
    );
    return new Map([...seen, [before.client, { ...own, processes }]]);
  };
}
