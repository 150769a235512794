import { mkdtempSync, rmSync } from 'node:fs';
import { vi } from 'vitest';
import { known, map } from '../../../shared/core/known.ts';
import type { Check } from '../../../shared/core/model.ts';
import type { Places } from '../../../shared/core/paths.ts';
import type { Language } from '../../../shared/core/language.ts';
import { PLAIN, speaking } from '../../../shared/cli/print/screen.ts';
import { program } from '../../../shared/cli/program.ts';
import { reportErrors } from '../../../shared/cli/report-errors.ts';
import { run } from '../../../shared/cli/run.ts';
import type { Machine } from '../../../shared/machine/machine.ts';
import { enter, type Behaviour } from '../../../shared/machine/simulated/behaviours.ts';
import { SIMULATED_PLACES, simulatedMachine } from '../../../shared/machine/simulated/simulated.ts';
import { World } from '../../../shared/machine/simulated/world.ts';

/** As wide as a terminal is where nothing else is known. */
export const WIDTH = 80;
const RECORD = 'mx31sb80-424e49d9';
const CODE = '3b2b4e48e94cddc5';
const NOON = Date.parse('2026-11-25T12:00:00Z');

/** A simulated computer whose own folder is real, and the command line on it. */
export interface Desk {
  readonly world: World;
  readonly home: string;
  /** One client of this character, as its edition on Linux has it. */
  come(temper: Behaviour): void;
  /** All of it quits by itself as soon as the next command has said something. */
  leaveThen(): void;
  /** The person presses Ctrl-C as soon as the next command has said something. */
  stopThen(): void;
  /** What a person sees of a command, with its exit code. */
  screen(command: string): Promise<string>;
  clear(): void;
}

export function desk(lang: Language): Desk {
  // Not below TMPDIR: lines are broken by the length of a path.
  const home = mkdtempSync('/tmp/ce-');
  const world = new World();
  world.now = NOON;
  const machine = machineOf(world, placesBelow(home));
  let stop = new AbortController();
  let afterFirstLine: (() => void) | undefined;
  return {
    ...{ world, home },
    come: (temper) =>
      enter(world, {
        ...{ temper, pid: 4_100, helpers: 2, iconId: 'wechat' },
        rootExe: '/opt/wechat/wechat',
        helperExe: '/opt/wechat/RadiumWMPF/runtime/WeChatAppEx',
      }),
    leaveThen: () => {
      afterFirstLine = () => {
        for (const actor of [...world.actors]) world.leave(actor);
      };
    },
    stopThen: () => {
      afterFirstLine = () => stop.abort();
    },
    screen: async (command) => {
      stop = new AbortController();
      const lines: string[] = [];
      const screen = {
        ...speaking((line) => {
          lines.push(line);
          afterFirstLine?.();
          afterFirstLine = undefined;
        }, WIDTH),
        ...{ isTerminal: false, canAsk: false, unicode: true, paint: PLAIN, errorColumns: WIDTH },
      };
      const written = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
        lines.push(...String(text).replace(/\n$/, '').split('\n'));
        return true;
      });
      const argv = ['node', 'clean-exit', ...command.split(' ').slice(1)];
      const bare = {
        ...{ machine, lang, screen, env: {}, practiceBundle: '' },
        json: argv.includes('--json'),
        cancelled: stop.signal,
      };
      try {
        const code = await reportErrors(bare, () => run(program, bare, argv));
        const said = lines
          .join('\n')
          .replaceAll(home, '~')
          // What is installed beside the tests is not on this desk.
          .replace(/^(How installed apps|已安装的软件将按).*\n( {2}.*\n)*/m, '')
          // The clock of the reader is not ours.
          // The key of an audit log is a new one each time.
          .replace(/[0-9a-f]{8}(?= \(all of it|（完整公钥)/g, 'd797e6c3')
          .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '2026-11-25 12:00:00');
        return `$ ${command}\n${said}\n=> ${code}\n`;
      } finally {
        written.mockRestore();
      }
    },
    clear: () => rmSync(home, { recursive: true, force: true }),
  };
}

function placesBelow(home: string): Places {
  const below = Object.entries(SIMULATED_PLACES).map(([name, place]) => [
    name,
    String(place).replace(SIMULATED_PLACES.home, home),
  ]);
  return { ...SIMULATED_PLACES, ...(Object.fromEntries(below) as Partial<Places>) };
}

function machineOf(world: World, places: Places): Machine {
  const machine = simulatedMachine(world);
  const items = [
    {
      from: `${places.home}/Documents/xwechat_files/wxid_ming/cache`,
      to: `${places.data}/Trash/files/cache`,
    },
  ];
  return {
    ...machine,
    places,
    examine: async () => checksOf(places),
    files: {
      ...machine.files,
      list: async (...all) =>
        map(await machine.files.list(...all), (found) => ({
          ...found,
          listing: { ...found.listing, code: CODE },
          remove: async (...how) => ({
            ...(await found.remove(...how)),
            ...{ to: 'trash' as const, record: RECORD },
          }),
        })),
      accounts: async ({ id }) =>
        known(
          id !== 'wechat'
            ? []
            : [
                {
                  name: 'wxid_ming',
                  folder: `${places.home}/Documents/xwechat_files/wxid_ming`,
                  sizes: {
                    cache: 1_150_000_000,
                    leftover: 8_000,
                    're-download': 0,
                    'your-files': 5_000,
                  },
                  kept: 2_400_000_000,
                  lastUsed: known(NOON),
                  signedIn: known(false),
                  unmerged: known(['message_0.db-wal']),
                },
              ],
        ),
      trash: {
        reached: () => known([]),
        restore: async (record: string, how: string) =>
          record === RECORD
            ? items.map((one) => ({ ...one, state: how === 'dry' ? 'restorable' : 'restored' }))
            : undefined,
      } as never,
    },
  };
}

/** One check of each state, and a folder that others may write to. */
const checksOf = ({ home, ourState }: Places): readonly Check[] => [
  { id: 'processes', state: 'limited', detail: '60, 1 hidden, hidepid=2' },
  { id: 'observer', state: 'good', detail: 'ps-list: 120' },
  { id: 'tray', state: 'limited', detail: 'no StatusNotifierWatcher' },
  { id: 'screen', state: 'missing', detail: ':0' },
  { id: 'waiting', state: 'limited', detail: 'stat' },
  { id: 'trash', state: 'good', detail: `${home}/.local/share/Trash` },
  {
    ...{ id: 'state', state: 'missing', detail: `others may write into ${ourState}` },
    fault: { code: 'others-write', path: ourState },
  },
];
