import { readdirSync } from 'node:fs';
import path from 'node:path';
import { clients } from '../../../shared/clients/index.ts';
import { status, type Room } from '../../engine/in-a-room.ts';
import { privateMachine } from '../house.ts';
import { median, ms, now, quantile } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { folder } from '../tidy.ts';
import { procTree } from './proc-tree.ts';
import { sleepers } from './sleepers.ts';
import { onMemory } from './memory.ts';

const SIZES = [100, 300, 1_000, 3_000, 10_000] as const;
const USUAL = 300;
const TARGET_MS = 10;
const RUNS = 25;

interface Row {
  readonly what: string;
  readonly processes: number;
  readonly first: number;
  readonly times: readonly number[];
}

/** `status` of the whole catalogue in process, on computers from quiet to crowded. */
export async function statusInProcess(): Promise<Section> {
  const { path: home, end } = folder('status');
  const { path: trees, end: removeTrees } = folder('proc', onMemory());
  const rows: Row[] = [];
  for (const size of SIZES) {
    const proc = path.join(trees, String(size));
    procTree(proc, size, process.getuid?.() ?? -1);
    rows.push({ what: 'simulated', ...(await measure(home, proc)) });
  }
  await removeTrees();
  const real = await sleepers(USUAL);
  rows.push({ what: `real, ${USUAL} sleepers among them`, ...(await measure(home)) });
  await real.end();
  await end();
  const usual = rows.find((row) => row.processes === USUAL);
  const [small, large] = [
    rows.find((row) => row.processes === 1_000),
    rows.find((row) => row.processes === 10_000),
  ];
  return {
    title: '3. `status` in process, the whole catalogue',
    how: `${clients.length} clients; one process in fifty is a client's. Median of ${RUNS} looks; the first look of a machine compiles the patterns.`,
    head: ['/proc', 'processes', 'first ms', 'median ms', 'p90 ms', 'ms per 1,000'],
    rows: rows.map(({ what, processes, first, times }) => [
      ...[what, processes.toLocaleString('en'), ms(first), ms(median(times))],
      ...[ms(quantile(times, 0.9)), ms((median(times) / processes) * 1_000)],
    ]),
    targets: [
      target(`≤ ${TARGET_MS} ms with ${USUAL} processes`, usual),
      target(`≤ ${TARGET_MS} ms with ${USUAL} real sleepers`, rows.at(-1)),
      {
        what: 'linear: 10,000 cost ≤ 12 × 1,000',
        measured: `${(median(large?.times ?? []) / median(small?.times ?? [])).toFixed(1)} ×`,
        met: median(large?.times ?? []) <= 12 * median(small?.times ?? []),
      },
    ],
  };
}

const target = (what: string, row: Row | undefined): Section['targets'][number] => ({
  what,
  measured: `${ms(median(row?.times ?? []))} ms`,
  met: median(row?.times ?? []) <= TARGET_MS,
});

async function measure(home: string, proc = '/proc'): Promise<Omit<Row, 'what'>> {
  const machine = privateMachine(home, { proc });
  const room: Room = { machine, clients, surface: 'bench' };
  const ids = clients.map((client) => client.id);
  const one = async (): Promise<number> => {
    const began = now();
    await status(room, ids);
    return now() - began;
  };
  const first = await one();
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await one());
  await machine.leave();
  const processes = readdirSync(proc).filter((name) => /^\d+$/.test(name)).length;
  return { processes, first, times };
}
