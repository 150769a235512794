import { runRequest, type Room } from '../../engine/in-a-room.ts';
import { house } from '../house.ts';
import { DEFAULT_POLICY as POLICY } from '../../../shared/core/policy.ts';
import { ms, now } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';

const TIMEOUT_MS = 5_000;
const TARGET_PERCENT = 1;

/** What it costs to wait for a client that never leaves, both looks included. */
export async function costOfWaiting(): Promise<Section> {
  const { machine, clients, end } = await house({ temper: 'deaf' });
  let waiting = 0;
  const untilGone: typeof machine.processes.untilGone = async (processes, ms) => {
    const start = process.cpuUsage();
    const left = await machine.processes.untilGone(processes, ms);
    waiting += busySince(start);
    return left;
  };
  const room: Room = {
    ...{ clients, lang: 'en', surface: 'bench' },
    machine: { ...machine, processes: { ...machine.processes, untilGone } },
  };
  const policy = { ...POLICY, timeoutMs: TIMEOUT_MS };
  const before = process.cpuUsage();
  const began = now();
  const { verdict } = await runRequest(room, { kind: 'exit', client: 'practice' }, policy);
  const took = now() - began;
  const busy = busySince(before);
  await end();
  const percent = (busy / took) * 100;
  return {
    title: '5. What waiting costs',
    how: `One safe exit of a deaf client in process, ${TIMEOUT_MS / 1_000} s of patience; user and system time of all threads.`,
    head: ['verdict', 'took ms', 'CPU ms', 'of it waiting', '% of a core'],
    rows: [[verdict, ms(took), ms(busy), ms(waiting), percent.toFixed(2)]],
    targets: [
      {
        what: `≤ ${TARGET_PERCENT} % of a core`,
        measured: `${percent.toFixed(2)} %`,
        met: percent <= TARGET_PERCENT,
      },
    ],
  };
}

function busySince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
