import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import { writable } from '../files/writable.ts';
import type { Environment } from './places.ts';
import { openPidfds } from './pidfd.ts';
import { listProcesses } from './processes.ts';
import { lookAtTray } from './tray.ts';
import { sessionAddress } from './tray/address.ts';
import { hasWatcher } from './tray/watcher.ts';
import { busAt } from './tray/open.ts';
import { lookAtWindows } from './windows.ts';

/** What this Linux lets us see and do, each as one fact. Changes nothing. */
export const examine = async (
  env: Environment,
  places: Places,
  proc: string,
): Promise<readonly Check[]> => [
  processes(proc),
  await observer(),
  await tray(env),
  await screen(env),
  await waiting(),
  trash(places),
  state(places),
];

function processes(proc: string): Check {
  const list = listProcesses(() => true, proc);
  if (!list.known) return { id: 'processes', state: 'missing', detail: list.why.detail ?? '' };
  const hidden = list.value.filter((process) => !process.exe.known).length;
  const detail = `${list.value.length}, ${hidden} hidden`;
  const hides = /^\S+ \/proc \S+ \S*hidepid=([^,\s]+)/m.exec(mounts())?.[1];
  // Without it other users' processes are listed, and programs that hide themselves as well.
  if (hides !== undefined && hides !== '0' && hides !== 'off')
    return { id: 'processes', state: 'limited', detail: `${detail}, hidepid=${hides}` };
  return { id: 'processes', state: 'good', detail };
}

function mounts(): string {
  try {
    return readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return '';
  }
}

/** Whether ps, read by ps-list, sees this very process as well. */
async function observer(): Promise<Check> {
  const { secondLook } = await import('./second-look.ts');
  const second = await secondLook();
  if (!second.known)
    return { id: 'observer', state: 'limited', detail: second.why.detail ?? second.why.code };
  return { id: 'observer', state: 'good', detail: `ps-list: ${second.value.length}` };
}

async function tray(env: Environment): Promise<Check> {
  const address = sessionAddress(env);
  if (address === undefined) return { id: 'tray', state: 'limited', detail: 'no session bus' };
  const icons = await lookAtTray({ env });
  if (!icons.known) return { id: 'tray', state: 'missing', detail: icons.why.detail ?? address };
  const watcher = await hasWatcher(await busAt(address));
  return watcher
    ? { id: 'tray', state: 'good', detail: `${icons.value.length}` }
    : { id: 'tray', state: 'limited', detail: 'no StatusNotifierWatcher' };
}

async function screen(env: Environment): Promise<Check> {
  if (!env['DISPLAY'])
    return env['WAYLAND_DISPLAY']
      ? { id: 'screen', state: 'limited', detail: 'Wayland' }
      : { id: 'screen', state: 'good', detail: 'none' };
  const windows = await lookAtWindows({ env, pids: new Set([process.pid]) });
  return windows.known
    ? { id: 'screen', state: 'good', detail: env['DISPLAY'] }
    : { id: 'screen', state: 'missing', detail: windows.why.detail ?? env['DISPLAY'] };
}

async function waiting(): Promise<Check> {
  const native = await openPidfds([process.pid]);
  native?.close();
  return native
    ? { id: 'waiting', state: 'good', detail: 'pidfd' }
    : { id: 'waiting', state: 'limited', detail: 'stat' };
}

function trash(places: Places): Check {
  const folder = path.join(places.data ?? places.home, 'Trash');
  return writable('trash', folder);
}

const state = (places: Places): Check => writable('state', places.ourState);
