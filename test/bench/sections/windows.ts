import { clients } from '../../../shared/clients/index.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import { startClient } from '../../wine/client.ts';
import { endWine, readyWine } from '../../wine/ready.ts';
import { startRemote, type Exit, type Remote } from '../../wine/remote.ts';
import { hasWine, INSTALL } from '../../wine/wine.ts';
import { median, ms, quantile } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { snapshotOf } from '../../observe.ts';

const LOOK_MS = 15;
const SEEN_MS = 5;
const OVER_MS = 60;
const WEIXIN = 'C:/Program Files/Tencent/Weixin/Weixin.exe';

/** How fast the machine of Windows looks, waits and makes a client leave; measured inside of Wine. */
export async function windowsUnderWine(): Promise<Section> {
  if (!hasWine) throw new Error(`Wine is missing: ${INSTALL}`);
  await readyWine();
  const remote = await startRemote({});
  try {
    const [exits, waits]: readonly [Exit[], Exit[]] = [[], []];
    for (let round = 0; round < 15; round++) {
      exits.push(await oneExit(remote, 'wechat'));
      waits.push(await oneExit(remote, null));
    }
    const client = await startClient({ exe: WEIXIN, helpers: 5 });
    const look = await remote.measure(clients, 101);
    await client.end();
    const after = ({ whole, left }: Exit): number => whole - left;
    const [seen, over] = [waits.map(after), exits.map(after)];
    const whole = exits.map((one) => one.whole);
    const row = (what: string, all: readonly number[]): readonly string[] => [
      ...[what, String(all.length), ms(median(all))],
      ...[ms(quantile(all, 0.9)), ms(Math.max(...all))],
    ];
    return {
      title: "11. The machine of Windows, by Windows' own Node under Wine",
      how: 'The Win32 practice client in the role of Weixin 4 with five children. A whole look is warm and for the whole catalogue; when the root left is what Windows notes of the process.',
      head: ['what', 'runs', 'median ms', 'p90 ms', 'worst ms'],
      rows: [
        ['a whole look', '101', ms(look), '', ''],
        row('root gone to seen by the wait', seen),
        row('root gone to the receipt', over),
        row('from the request to the receipt', whole),
      ],
      notes: [
        'Real Windows was not here: Wine answers other calls in other times.',
        'Starts of other programs are counted in tests: one for each request by PowerShell, two for a look on macOS.',
      ],
      targets: [
        target('a whole look', look, LOOK_MS),
        target('root gone to seen', median(seen), SEEN_MS),
        target('a polite client: its own time and', median(over), OVER_MS),
      ],
    };
  } finally {
    await remote.end();
    await endWine();
  }
}

async function oneExit(remote: Remote, id: string | null): Promise<Exit> {
  const client = await startClient({ exe: WEIXIN, helpers: 5 });
  try {
    const { machine } = remote;
    const sighting = await snapshotOf(machine, clients, { trayIcons: false, windows: false });
    const seen = recognizer(clients, 'windows', machine.places)(sighting).get('wechat');
    const root = seen?.processes.known && seen.processes.value.find(({ role }) => role === 'root');
    if (!root) throw new Error('the practice client is not seen');
    return await remote.exit(clients, id, root);
  } finally {
    await client.end();
  }
}

const target = (what: string, value: number, most: number) => ({
  what: `${what} ≤ ${most} ms`,
  measured: `${ms(value)} ms`,
  met: value <= most,
});
