import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import { known, unknown } from '../core/known.ts';
import type { Observation, Outcome } from '../core/model.ts';
import { reason } from '../core/receipt.ts';
import type { Machine } from '../machine/machine.ts';
import { subjectOf } from './subject.ts';

/** What a second observer says of a client that the first one calls gone. */
export interface SecondLook {
  readonly seen: Observation;
  readonly outcomes: readonly Outcome[];
}

/**
 * A second observer may only weaken a verdict: where it sees what we do not, two observers disagree and the
 * processes are unknown. One that is not there disagrees with nobody, and that is told as well.
 */
export async function lookBySecond(
  machine: Machine,
  recognize: Recognizer,
  seen: Observation,
  clients: readonly Client[],
): Promise<SecondLook> {
  if (!seen.processes.known || seen.processes.value.length > 0) return { seen, outcomes: [] };
  const began = machine.now();
  const second = (await machine.secondLook?.(clients)) ?? unknown('unsupported');
  const outcome = (what: Outcome['outcome'], why?: string): readonly Outcome[] => [
    {
      ...{ kind: 'look', subject: 'ps-list', outcome: what },
      ...(why === undefined ? {} : { why }),
      ms: machine.now() - began,
    },
  ];
  if (!second.known) return { seen, outcomes: outcome('skipped', reason(second.why)) };
  const me = machine.owner ?? '';
  const nothing = known([]);
  const theirs = recognize({ me, processes: second, trayIcons: nothing, windows: nothing });
  const found = theirs.get(seen.client)?.processes;
  if (!found?.known || found.value.length === 0) return { seen, outcomes: outcome('done') };
  const why = `two observers disagree: ${found.value.map(subjectOf).join(', ')}`;
  return {
    seen: { ...seen, processes: unknown('failed', why) },
    outcomes: outcome('failed', `two-observers: ${found.value.map(subjectOf).join(', ')}`),
  };
}
