import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { codeOf, isGone } from '../machine/files/errno.ts';
import { faultLineOf, inState } from '../machine/files/state-fault.ts';
import { isOwnerAlive, thisOwner } from './lock-owner.ts';
import { dropLock } from './lock.ts';
import type { OwnFile, OwnThings, Stays } from './own-things.ts';

export interface Removed {
  readonly removed: readonly OwnFile[];
  readonly stays: readonly Stays[];
}

/**
 * Removes our files, the claims first, and then our folders that are empty. `isBusy` is asked before each: from then
 * on all stays. Never throws: what cannot go is named with its reason.
 */
export function removeOwnThings(
  { files, folders, stays }: OwnThings,
  isBusy: () => boolean,
): Removed {
  const removed: OwnFile[] = [];
  const left: Stays[] = [...stays];
  for (const file of [...files.filter(isLock), ...files.filter((one) => !isLock(one))]) {
    const fault = isBusy() ? busy(file) : removedOrWhy(file);
    if (fault) left.push(fault);
    else removed.push(file);
  }
  for (const folder of folders) {
    const fault = faultOf(folder, () => rmdirSync(folder));
    if (fault) left.push(...leftIn(folder, fault, left));
  }
  return { removed, stays: left };
}

const isLock = ({ path: file }: OwnFile): boolean => path.basename(path.dirname(file)) === 'claims';

const busy = ({ path: file }: OwnFile): Stays => ({ path: file, why: 'busy' });

/** A claim goes only as long as nobody alive holds it. */
function removedOrWhy(file: OwnFile): Stays | undefined {
  let isHeld = false;
  const fault = faultOf(file.path, () => {
    if (isLock(file) && lstatSync(file.path).isFile())
      isHeld = !dropLock(file.path, thisOwner('uninstall'), isOwnerAlive);
    else rmSync(file.path);
  });
  return isHeld ? busy(file) : fault;
}

function faultOf(place: string, deed: () => void): Stays | undefined {
  try {
    inState(place, deed);
    return undefined;
  } catch (error) {
    if (isGone(error instanceof Error ? (error.cause ?? error) : error)) return undefined;
    return { path: place, why: 'fault', fault: faultLineOf(error) };
  }
}

/** What keeps a folder and is not named yet: it was not there when the list was made. */
function leftIn(folder: string, fault: Stays, left: readonly Stays[]): readonly Stays[] {
  try {
    const names = readdirSync(folder).map((name) => path.join(folder, name));
    const isNamed = (one: string): boolean =>
      left.some((stays) => stays.path === one || stays.path.startsWith(`${one}${path.sep}`));
    const later = names.filter((one) => !isNamed(one));
    if (names.length === 0) return [fault];
    return later.map((one) => ({ path: one, why: 'came-later' }));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : [fault];
  }
}
