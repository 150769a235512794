import { known, unknown } from '../../../../shared/core/known.ts';
import { clients } from '../../../../shared/clients/index.ts';
import { recognizer } from '../../../../shared/core/identify.ts';
import type { ClientId, Observation } from '../../../../shared/core/model.ts';
import type { Machine } from '../../../../shared/machine/machine.ts';
import { macosMachine } from '../../../../shared/machine/macos/macos.ts';
import type { Run } from '../../../../shared/machine/run.ts';
import { runJxa, type System } from './bridge.mjs';
import { table } from './ps.mjs';

const HOME = '/Users/me';
const BEGAN = 1_800_000_000;

/** A process as Apple's `ps` and NSWorkspace show it; nothing runs. */
export interface Told {
  readonly pid: number;
  readonly parent?: number;
  readonly owner?: number;
  readonly args: readonly string[];
  /** What the kernel calls it, shown where it has no arguments. */
  readonly name?: string;
  /** Where NSWorkspace knows it as an application. */
  readonly app?: {
    readonly bundleId?: string;
    readonly executable?: string;
    readonly hidden?: boolean;
  };
}

/** What one look shows. */
export interface World {
  readonly processes: readonly Told[];
  readonly windows?: System['windows'];
  /** Applications of NSWorkspace whose process `ps` does not show. */
  readonly lateApps?: System['applications'];
  /** What NSRunningApplication does; without them it refuses. */
  readonly terminate?: NonNullable<System['terminate']>;
  readonly hide?: NonNullable<System['hide']>;
  /** macOS asks the person before it lets us look into a container. */
  readonly asks?: boolean | 'denied';
}

const FINDER = '/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder';

/** A Mac that shows what `world` tells at each start; `started` counts what it was asked. */
export function toldMachine(world: () => World, started: string[] = []): Machine {
  const run: Run = ({ program, args, input = '' }) => {
    const { processes, windows = [], lateApps = [], terminate, hide, asks } = world();
    started.push(program);
    if (program.endsWith('/ls'))
      return Promise.resolve(
        asks === true
          ? unknown('timeout', `${program}: no answer in 2000 ms`)
          : known({
              stdout: '',
              stderr: `ls: ${asks ? 'Operation not permitted' : 'No such file or directory'}\n`,
              code: 1,
            }),
      );
    if (program.endsWith('ps')) {
      const columns = args.flatMap((arg, at) =>
        args[at - 1] === '-o' ? [arg.replace(/=$/, '')] : [],
      );
      const base = { parent: 1, owner: 501, state: 'S', resident: 1, began: BEGAN, name: 'x' };
      const rows = [
        { ...base, pid: 1, parent: 0, owner: 0, args: ['/sbin/launchd'] },
        { ...base, pid: process.pid, args: ['node', 'x'] },
        ...processes.map(({ app: _, ...one }) => ({ ...base, ...one })),
      ];
      const wanted = args.includes('-p') ? (args[args.indexOf('-p') + 1] ?? '').split(',') : [];
      const shown = rows.filter(({ pid }) => wanted.length === 0 || wanted.includes(String(pid)));
      return Promise.resolve(known({ stdout: table(shown, columns), stderr: '', code: 0 }));
    }
    const applications = [
      { pid: 300, bundleId: 'com.apple.finder', executable: FINDER, launched: BEGAN },
      ...processes.flatMap(({ pid, app }) => (app ? [{ pid, launched: BEGAN + 1, ...app }] : [])),
      ...lateApps,
    ];
    const does = { ...(terminate ? { terminate } : {}), ...(hide ? { hide } : {}) };
    const said = runJxa(input, args.slice(3), { applications, windows, ...does });
    return Promise.resolve(known({ stdout: `${said}\n`, stderr: '', code: 0 }));
  };
  return macosMachine({ env: { HOME }, home: HOME, uid: 501, now: Date.now, run });
}

/** What is seen of one client of the catalogue, by a full look. */
export async function seenOn(world: World, client: ClientId): Promise<Observation> {
  const machine = toldMachine(() => world);
  const sighting = await machine.observe(clients, { trayIcons: true, windows: true });
  const seen = recognizer(clients, 'macos', machine.places)(sighting).get(client);
  if (!seen) throw new Error(`${client} is not in the catalogue`);
  return seen;
}
