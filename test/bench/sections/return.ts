import { runRequest, type Room } from '../../engine/in-a-room.ts';
import { record } from '../../../shared/store/record.ts';
import { house, type Character } from '../house.ts';
import { lastEnd, type Observer } from '../observer/observer.ts';
import { DEFAULT_POLICY as POLICY } from '../../../shared/core/policy.ts';
import { median, ms, now, quantile } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { rounds } from '../rounds.ts';

const CLIENTS: Readonly<Record<string, Character>> = {
  'polite: helpers follow': { temper: 'polite' },
  'respawning: helpers stay behind': { temper: 'respawning' },
  'slow: flushes 400 ms': { temper: 'slow', flushMs: 400 },
};
const TARGET_MS = 20;

/** Once the last process of a client has gone: how long until `exit` has looked again and says so. */
export async function returnAfterLastEnd(observer: Observer): Promise<Section> {
  const measured = new Map(Object.keys(CLIENTS).map((name) => [name, [] as number[]]));
  const verdicts = new Map(Object.keys(CLIENTS).map((name) => [name, [] as string[]]));
  await rounds({ atLeast: 9, atMost: 15, ms: 40_000 }, async () => {
    for (const [name, character] of Object.entries(CLIENTS)) {
      const { late, verdict } = await once(observer, character);
      measured.get(name)?.push(late);
      verdicts.get(name)?.push(verdict);
    }
  });
  const rows = [...measured].map(([name, values]) => [
    name,
    String(values.length),
    ms(median(values)),
    ms(quantile(values, 0.9)),
    ms(Math.max(...values)),
    [...new Set(verdicts.get(name))].join(', '),
  ]);
  return {
    title: '1. `exit` returns after the last process is gone',
    how: 'In process, a practice client each time; the end of its last process is seen by a thread of its own (pidfd).',
    head: ['client', 'runs', 'median ms', 'p90 ms', 'worst ms', 'verdict'],
    rows,
    targets: [...measured].map(([name, values]) => ({
      what: `≤ ${TARGET_MS} ms, ${name}`,
      measured: `median ${ms(median(values))} ms`,
      met: median(values) <= TARGET_MS,
    })),
  };
}

async function once(
  observer: Observer,
  character: Character,
): Promise<{ readonly late: number; readonly verdict: string }> {
  const { machine, clients, pids, end } = await house(character);
  const room: Room = {
    ...{ machine, clients, lang: 'en', surface: 'bench' },
    record: (receipt) => record(machine.places, receipt),
  };
  const watch = await observer.watch(pids);
  const { verdict } = await runRequest(room, { kind: 'exit', client: 'practice' }, POLICY);
  const returned = now();
  if (verdict !== 'gone') watch.stop();
  const late = returned - lastEnd(pids, await watch.ends);
  await end();
  return { late, verdict };
}
