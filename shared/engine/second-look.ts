import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import { known, map, unknown, type Known } from '../core/known.ts';
import type { Observation } from '../core/model.ts';
import { processesOnly } from '../core/sight.ts';
import { whyLine, type SecondLookLine } from '../core/receipt.ts';
import type { Machine } from '../machine/machine.ts';
import { likelyAmong } from '../core/rules/what-is-not-recognised-is-not-gone.ts';
import { subjectOf } from './subject.ts';

/** What a second observer says of a client that the first one calls gone. */
export interface SecondLook {
  readonly seen: Observation;
  /** Absent where there was nothing to look at twice. */
  readonly line?: SecondLookLine;
}

/**
 * A second observer may only weaken a verdict: where it sees what we do not, two observers disagree and the
 * processes are unknown. One that is not there disagrees with nobody, and the receipt says so.
 */
export async function lookBySecond(
  machine: Machine,
  recognize: Recognizer,
  seen: Observation,
  clients: readonly Client[],
): Promise<SecondLook> {
  if (!seen.processes.known || seen.processes.value.length > 0) return { seen };
  const second = (await machine.processes.secondLook?.(clients)) ?? unknown('unsupported');
  if (!second.known) return { seen, line: { outcome: 'missing', ...whyLine(second.why) } };
  const me = machine.user.id ?? '';
  const theirs = recognize(processesOnly({ me, processes: second }));
  const found = theirs.get(seen.client);
  const sees = found ? whatItSees(found, seen) : known([]);
  if (!sees.known) return { seen, line: { outcome: 'missing', ...whyLine(sees.why) } };
  if (sees.value.length === 0) return { seen, line: { outcome: 'agrees' } };
  const disagree = unknown('two-observers', sees.value.join(', '));
  return {
    seen: { ...seen, processes: disagree },
    line: { outcome: 'disagrees', ...whyLine(disagree.why) },
  };
}

/** Processes of the client, and programs that may be it and that we did not see ourselves, by name. */
const whatItSees = (found: Observation, ours: Observation): Known<readonly string[]> =>
  map(found.processes, (all) => [
    ...all.map(subjectOf),
    ...likelyAmong(found.doubts)
      .filter(({ pid }) => !ours.doubts.some((one) => one.pid === pid))
      .map(({ name, pid }) => `${name} (${pid})`),
  ]);
