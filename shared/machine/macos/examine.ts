import { existsSync } from 'node:fs';
import type { Known } from '../../core/known.ts';
import type { Check } from '../../core/model.ts';
import type { Places } from '../../core/paths.ts';
import { writable } from '../files/writable.ts';
import { FULL_DISK_ACCESS, type Access } from './access.ts';
import { lookAtDesktop, type Desktop } from './look.ts';
import { listProcesses } from './processes.ts';
import type { Starter } from './programs.ts';
import type { Observer } from './observer.ts';
import type { OpenExits } from './wait.ts';

export interface Examined {
  readonly starter: Starter;
  readonly places: Places;
  readonly access: Access;
  /** A surface has a trash of its own. */
  readonly hasTrash: boolean;
  readonly native: OpenExits | undefined;
  readonly observer: Observer | undefined;
}

/** What this Mac lets us see and do, each as one fact. Changes nothing, asks for no permission. */
export async function examine(of: Examined): Promise<readonly Check[]> {
  const { starter, places } = of;
  const [all, desktop] = await Promise.all([listProcesses(starter), lookAtDesktop(starter)]);
  const hidden = all.known ? all.value.filter(({ exe }) => !exe.known).length : 0;
  return [
    all.known
      ? { id: 'processes', state: 'good', detail: `${all.value.length}, ${hidden} by name only` }
      : { id: 'processes', state: 'missing', detail: all.why.detail ?? all.why.code },
    ...(of.observer ? [await second(of.observer)] : []),
    tray(desktop),
    desktop.known
      ? { id: 'screen', state: 'good', detail: `${desktop.value.windows.length}` }
      : { id: 'screen', state: 'missing', detail: desktop.why.detail ?? desktop.why.code },
    await waiting(of.native),
    await files(of),
    trash(of),
    writable('state', places.ourState),
  ];
}

async function second(observer: Observer): Promise<Check> {
  const seen = await observer();
  return seen.known
    ? { id: 'observer', state: 'good', detail: `ps-list: ${seen.value.length}` }
    : { id: 'observer', state: 'limited', detail: seen.why.detail ?? seen.why.code };
}

/** Since macOS 26 the window server says that all icons are Control Center's (Apple FB18327911). */
const CONTROL_CENTER = 'com.apple.controlcenter';

function tray(desktop: Known<Desktop>): Check {
  if (!desktop.known)
    return { id: 'tray', state: 'missing', detail: desktop.why.detail ?? desktop.why.code };
  const { icons, applications } = desktop.value;
  const center = applications.find(({ bundleId }) => bundleId === CONTROL_CENTER)?.pid;
  const isHidden =
    center !== undefined &&
    icons.length > 0 &&
    icons.every(({ holder }) => holder.known && holder.value === center);
  return isHidden
    ? { id: 'tray', state: 'limited', detail: 'macOS does not say whose icon is whose' }
    : { id: 'tray', state: 'good', detail: `${icons.length}` };
}

async function waiting(native: OpenExits | undefined): Promise<Check> {
  const exits = await native?.([process.pid]);
  exits?.close();
  return exits
    ? { id: 'waiting', state: 'good', detail: 'kqueue' }
    : { id: 'waiting', state: 'limited', detail: 'kill(2)' };
}

/**
 * Full Disk Access shows in a folder that macOS denies without a question. Containers are not looked into: without it
 * macOS asks for each when a person asks about files.
 */
async function files({ places, access }: Examined): Promise<Check> {
  const why = await access(`${places.home}/Library/Application Support/com.apple.TCC`);
  return why === undefined
    ? { id: 'files', state: 'good', detail: '' }
    : { id: 'files', state: 'missing', detail: `${why.detail ?? why.code}: ${FULL_DISK_ACCESS}` };
}

function trash({ starter, places, hasTrash }: Examined): Check {
  if (hasTrash) return { id: 'trash', state: 'good', detail: 'Raycast' };
  return existsSync(starter.programs.osascript)
    ? { id: 'trash', state: 'good', detail: `${places.home}/.Trash` }
    : { id: 'trash', state: 'missing', detail: starter.programs.osascript };
}
