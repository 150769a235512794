import os from 'node:os';
import type { ClientPid, Resources } from 'x11';
import { ask, numbers, property } from './ask.ts';
import type { Display } from './display.ts';

/** Answers whose window it is, as a pid in our world; undefined if nobody can tell, or it has gone. */
export type OwnerOf = (window: number) => Promise<number | undefined>;

const LOCAL_PID = 2;

/** A computer's name without its domain: programs write it with or without. */
const short = (host: string): string => host.replace(/[.\0].*$/s, '').toLowerCase();
const HERE = short(os.hostname());

/**
 * By what the kernel told the server (X-Resource 1.2), which is true also for a sandbox. Where the server
 * does not know us by our own pid (another computer, another pid namespace), by `_NET_WM_PID`, which is
 * only the program's own word, and a number of its own world.
 */
export async function ownersOn(display: Display): Promise<OwnerOf> {
  const byWindow = await pidsByKernel(display);
  const mask = ~display.setup.resource_mask >>> 0;
  return async (window) => {
    const pid = byWindow?.get((window & mask) >>> 0);
    if (pid !== undefined) return pid;
    const [named, machine] = await Promise.all([
      property(display, window, '_NET_WM_PID'),
      property(display, window, 'WM_CLIENT_MACHINE'),
    ]);
    const here = machine === undefined || short(machine.data.toString('latin1')) === HERE;
    return here ? numbers(named)[0] : undefined;
  };
}

/** Pids by the base of each client's window numbers; undefined if they are not of our world. */
async function pidsByKernel(display: Display): Promise<ReadonlyMap<number, number> | undefined> {
  const resources = await new Promise<Resources | undefined>((resolve) =>
    display.client.require('res', (error, found) => resolve(error ? undefined : found)),
  );
  if (!resources) return undefined;
  const mask = ~display.setup.resource_mask >>> 0;
  const clients = await ask<readonly ClientPid[]>((answer) =>
    resources.QueryClientIds([{ client: 0, mask: LOCAL_PID }], answer),
  );
  const pids = new Map<number, number>();
  for (const { client, value } of clients ?? [])
    if (value[0] !== undefined && value[0] > 0) pids.set((client & mask) >>> 0, value[0]);
  return pids.get(display.setup.resource_base) === process.pid ? pids : undefined;
}
