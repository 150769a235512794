import { existsSync, watch } from 'node:fs';
import { clear, processesOf, type Traces } from '../clear.ts';
import { homeAt } from '../home.ts';
import { NATURES } from '../behaviour.ts';
import { joinBus } from './bus.ts';
import { startBus } from './daemon.ts';
import { lingering } from './linger.ts';
import type { Orders } from './orders.ts';
import { callMyself, sayReady, type StageReady } from './ready.ts';
import { hostWatcher } from './watcher.ts';

/** How often it looks at its client. */
const LOOK_MS = 60_000;
/** How often it looks at its folder, where the system has no watch to give: a few microseconds. */
const FOLDER_MS = 5_000;

/**
 * Keeps the house of one practice client: hosts its private bus, and ends and removes all of it some
 * time after the root left, at SIGTERM, or when its folder is removed. So nothing stays for ever.
 */
export async function stage(orders: Orders): Promise<void> {
  const { home, programs = [], files = [], lingerMs = 0 } = orders;
  const traces: Traces = { home, programs, files };
  const { rootScript } = homeAt(home);
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await clear(traces).finally(() => process.exit(0));
  };
  process.on('SIGTERM', () => void end());
  callMyself('practice-stage');

  const isOver = lingering(lingerMs, performance.now());
  const lookAtRoot = (): void => {
    const there = processesOf(traces).some(
      (p) => p.args.known && p.args.value.includes(rootScript),
    );
    if (isOver(there, performance.now())) void end();
  };
  const lookAtFolder = (): void => void (existsSync(home) || end());
  setInterval(lookAtRoot, Math.min(LOOK_MS, Math.max(50, lingerMs / 4)));
  setInterval(lookAtFolder, FOLDER_MS);
  watchFolder(home, lookAtFolder);
  lookAtFolder(); // It may have been removed before we watched it.
  sayReady({ pid: process.pid, ...(await privateBus(orders)) });
}

/** An event is only faster than the next look, and watches are few on some systems. */
function watchFolder(folder: string, changed: () => void): void {
  try {
    watch(folder, changed).on('error', () => {});
  } catch {
    return;
  }
}

async function privateBus({ home, temper, daemon }: Orders): Promise<Omit<StageReady, 'pid'>> {
  if (daemon === undefined) return {};
  const address = homeAt(home).bus;
  try {
    const child = await startBus(daemon, address);
    await hostWatcher(await joinBus(address), !NATURES[temper].leavesGhost);
    return { bus: address, ...(child.pid === undefined ? {} : { daemon: child.pid }) };
  } catch (error) {
    return { noBus: `failed: ${error instanceof Error ? error.message : String(error)}` };
  }
}
