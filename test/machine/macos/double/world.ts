import { known, unknown } from '../../../../shared/core/known.ts';
import { clients } from '../../../../shared/clients/index.ts';
import { recognizer } from '../../../../shared/core/identify.ts';
import type { ClientId, Observation } from '../../../../shared/core/model.ts';
import type { Machine } from '../../../../shared/machine/machine.ts';
import { macosMachine, type MacosOptions } from '../../../../shared/machine/macos/macos.ts';
import type { Run } from '../../../../shared/machine/run.ts';
import type { System } from './bridge.mjs';
import { answerOf } from './told.mjs';
import { intoTrash } from './trash.mjs';
import { snapshotOf } from '../../../observe.ts';

const HOME = '/Users/me';

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
  /** lsof hangs, stands without `-b` on a network disk that is away, or has no names with `-b`. */
  readonly lsof?: 'hangs' | 'stands' | 'nameless';
  /** Files that are open. */
  readonly open?: readonly { readonly pid: number; readonly file: string }[];
  /** The error of an Apple event to quit. */
  readonly quit?: number;
  /** Who leaves at SIGKILL alone, NSRunningApplication that refuses to ask, and `hide` that answers NO. */
  readonly deaf?: readonly number[];
  readonly refuses?: boolean;
  readonly hideSaysNo?: boolean;
}

/** A Mac that shows what `world` tells at each start; `started` counts what it was asked. */
export function toldMachine(
  world: () => World,
  started: string[] = [],
  more: Partial<MacosOptions> = {},
): Machine {
  const { home = HOME, uid = 501 } = more;
  const run: Run = (order) => {
    const { terminate, hide, ...told } = world();
    started.push(order.program);
    const does = { ...(terminate ? { terminate } : {}), ...(hide ? { hide } : {}) };
    const trash = (file: string) => intoTrash(home, file);
    const said = answerOf(told, order, uid, { ...does, trash });
    if (said === undefined) return Promise.resolve(unknown('unsupported', order.program));
    if (said.hangs) return Promise.resolve(unknown('timeout', `${order.program}: no answer`));
    return Promise.resolve(known({ stdout: '', stderr: '', code: 0, ...said }));
  };
  return macosMachine({ env: { HOME: home }, home, uid, now: Date.now, run, ...more });
}

/** What is seen of one client of the catalogue, by a full look. */
export async function seenOn(world: World, client: ClientId): Promise<Observation> {
  const machine = toldMachine(() => world);
  const sighting = await snapshotOf(machine, clients, { trayIcons: true, windows: true });
  const seen = recognizer(clients, 'macos', machine.places)(sighting).get(client);
  if (!seen) throw new Error(`${client} is not in the catalogue`);
  return seen;
}
