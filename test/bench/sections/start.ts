import { command } from '../command.ts';
import { privateEnv } from '../house.ts';
import { CLEAN_EXIT } from '../ours.ts';
import { median, ms, quantile, ratio } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { rounds } from '../rounds.ts';
import { folder } from '../tidy.ts';

const TARGET_RATIO = 1.5;
const EMPTY = 'node -e 0';
const STATUS = 'clean-exit status';

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  [EMPTY]: [process.execPath, '-e', '0'],
  [STATUS]: [...CLEAN_EXIT, 'status'],
  'clean-exit --version': [...CLEAN_EXIT, '--version'],
};

/** What a start of the command costs beside a Node that does nothing. */
export async function statusAsCommand(): Promise<Section> {
  const { path: home, end } = folder('start');
  const times = new Map(Object.keys(COMMANDS).map((name) => [name, [] as number[]]));
  await rounds({ atLeast: 15, atMost: 31, ms: 15_000 }, async () => {
    for (const [name, line] of Object.entries(COMMANDS)) {
      const { began, ended } = await command(line, privateEnv(home));
      times.get(name)?.push(ended - began);
    }
  });
  await end();
  const empty = median(times.get(EMPTY) ?? []);
  const ours = median(times.get(STATUS) ?? []);
  return {
    title: '4. `status` as a command beside an empty Node',
    how: 'From the start of the process to its end, alternating, in a home without a past and without a desktop.',
    head: ['command', 'runs', 'median ms', 'p90 ms', '× empty Node'],
    rows: [...times].map(([name, all]) => [
      ...[`\`${name}\``, String(all.length), ms(median(all)), ms(quantile(all, 0.9))],
      ratio(median(all) / empty),
    ]),
    targets: [
      {
        what: `≤ ${TARGET_RATIO} × an empty Node`,
        measured: `${ratio(ours / empty)} ×`,
        met: ours <= TARGET_RATIO * empty,
      },
    ],
  };
}
