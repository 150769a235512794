import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { readStat } from '../machine/linux/processes.ts';
import { practiceClientFile } from './description.ts';
import { PracticeFault } from './fault.ts';
import { layOutFiles } from './files.ts';
import { homeAt, type Home } from './home.ts';
import { launch } from './launch.ts';
import { toArgs, type Orders } from './programs/orders.ts';
import type { RootReady, StageReady } from './programs/ready.ts';
import { busWithPanel } from './session-bus.ts';
import type { StartOptions } from './start-options.ts';
import { clientFile, keep, publish } from './notes.ts';
import { stateFile } from './state.ts';
import type { Practice, Running, Starting } from './state.ts';
import { NATURES } from './behaviour.ts';

/** Absolute paths of what runs the client. */
export interface Programs {
  readonly setsid: string;
  readonly node: string;
  readonly daemon: string | undefined;
}

const LINGER_MS = 30 * 60_000;

/** Everything after the place was taken: folder, stage, client, our two notes. The caller undoes it. */
export async function raise(
  { schema, temper, home, programs }: Starting,
  options: StartOptions,
  { setsid, node, daemon }: Programs,
): Promise<Practice> {
  const { signal, lang, flushMs, helpers, lingerMs = LINGER_MS } = options;
  const at = homeAt(home);
  const files = [clientFile(options.configFolder), stateFile(options.stateFolder)] as const;
  furnish(at, options.bundle);
  // A ghost needs a panel that never forgets: never the user's own.
  const session = NATURES[temper].leavesGhost ? undefined : await busWithPanel(options.env);
  // Of our environment only what tells its bus, as every client of a desktop carries it.
  const env = session === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: session };
  const start = (script: string, orders: Orders): Promise<unknown> =>
    launch({ setsid, node, script, args: toArgs(orders), log: at.log, env, signal });
  const stage = (await start(at.stageScript, {
    ...{ role: 'stage', home, temper, lingerMs, programs, files },
    daemon: session === undefined ? daemon : undefined,
  })) as StageReady;
  const root = (await start(at.rootScript, {
    ...{ role: 'root', home, temper, lang, flushMs, helpers },
    bus: session ?? stage.bus,
  })) as RootReady;

  const bus = session === undefined ? stage.bus : 'session';
  const noIcon = bus === undefined ? (stage.noBus ?? 'no-dbus-daemon') : root.noIcon;
  const practice: Practice = {
    ...{ schema, phase: 'running', temper, home, programs },
    root: running(root.pid),
    helpers: root.helpers.map(running),
    stage: running(stage.pid),
    ...(stage.daemon === undefined ? {} : { dbusDaemon: stage.daemon }),
    ...(noIcon === undefined ? { bus: bus ?? null } : { bus: null, noIcon }),
  };
  publish(files[0], practiceClientFile({ home, node, bus: stage.bus }));
  keep(files[1], practice);
  signal?.throwIfAborted();
  // Whoever stopped it before our notes were there removed everything but them: the caller does.
  if (!existsSync(at.rootScript))
    throw new PracticeFault('did-not-start', 'it was stopped while it started');
  return practice;
}

/** The scripts are copies and no links, because a process is known by the path of its own file. */
function furnish(at: Home, bundle: string): void {
  mkdirSync(at.home, { mode: 0o700 });
  for (const script of [at.rootScript, at.helperScript, at.stageScript]) {
    mkdirSync(path.dirname(script), { recursive: true });
    copyFileSync(bundle, script);
  }
  layOutFiles(at.data);
}

/** Pid and start time, as they are now. */
export function running(pid: number): Running {
  const stat = readStat(pid);
  if (!stat) throw new PracticeFault('did-not-start', `process ${pid} has gone already`);
  return { pid, startTime: stat.startTime };
}
