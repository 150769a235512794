import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { asError } from '../../core/as-error.ts';
import { known, unknown } from '../../core/known.ts';
import { isGone } from '../files/errno.ts';
import { MOUNT_INFO } from '../files/mounts.ts';
import type { Volume, Volumes } from '../port/volumes.ts';

/** Where udev names each file system by its UUID; needs no root (systemd, 60-persistent-storage.rules). */
const BY_UUID = '/dev/disk/by-uuid';

/** What is mounted of the disks that udev knows. A folder of a file system that is mounted elsewhere is no volume. */
export const linuxVolumes = (byUuid = BY_UUID, mountInfo = MOUNT_INFO): Volumes => ({
  mounted: async () => {
    try {
      const ids = idsIn(byUuid);
      return known(
        mountsIn(mountInfo).flatMap(({ place, source }): readonly Volume[] => {
          const id = ids.get(realOf(source));
          return id === undefined ? [] : [{ place, id }];
        }),
      );
    } catch (error) {
      return unknown('failed', asError(error).message);
    }
  },
});

function idsIn(folder: string): ReadonlyMap<string, string> {
  try {
    return new Map(readdirSync(folder).map((id) => [realOf(path.join(folder, id)), id]));
  } catch (error) {
    if (isGone(error)) return new Map(); // No disk has a name.
    throw error;
  }
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file; // A stick that was pulled out: nothing is mounted from it any more.
  }
}

/** Whole file systems: place and source of each (proc(5), /proc/PID/mountinfo: fields 4, 5 and the second behind `-`). */
function mountsIn(file: string): readonly { readonly place: string; readonly source: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [before = '', after = ''] = line.split(' - ');
      const [, , , root, place] = before.split(' ');
      const [, source] = after.split(' ');
      if (root !== '/' || place === undefined || source === undefined) return [];
      return [{ place: plain(place), source: plain(source) }];
    });
}

/** Space, tab, line feed and backslash are written as three octal figures. */
const plain = (field: string): string =>
  field.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)));
