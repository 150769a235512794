import { known, type Known } from '../../core/known.ts';
import type { Places } from '../../core/paths.ts';
import { resetPort } from '../files/resets/port.ts';
import { bringBack, dropNote, isNoted } from '../files/bring-back.ts';
import type { Disk, FileHolder } from '../files/disk.ts';
import { MOUNT_INFO, mountPoints, otherNames } from '../files/mounts.ts';
import { UNIX_SOCKETS } from '../files/sockets.ts';
import { restorePort } from '../files/restores.ts';
import { toTrash } from '../files/trash.ts';
import { filePort, type FilePortOptions } from '../files/file-port.ts';
import type { Files } from '../port/files.ts';
import { documentsIn } from './documents.ts';
import { holderBelow } from './open-files.ts';

export interface LinuxFilesOptions extends Omit<FilePortOptions, 'platform' | 'disk'> {
  readonly proc?: string;
  readonly mountInfo?: string;
}

/** The verbs of the port that concern files. */
export const linuxFiles = (options: LinuxFilesOptions): Files =>
  filePort({
    ...{ ...options, platform: 'linux', disk: linuxDisk(options) },
    ...{ resets: resetPort, restores: restorePort },
  });

function linuxDisk({ places, uid, proc, mountInfo = MOUNT_INFO }: LinuxFilesOptions): Disk {
  const dataHome = dataHomeOf(places);
  return {
    mounts: (roots) => mountPoints(mountInfo, roots),
    otherNames: (folder) => otherNames(mountInfo, folder),
    holder: async (folders): Promise<Known<FileHolder | undefined>> =>
      folders.length === 0 ? known(undefined) : holderBelow(folders, uid, proc),
    trash: async (things, now) => things.map((thing) => toTrash(thing, dataHome, uid, now)),
    bringBack,
    restoring: { cameFrom: isNoted, forget: dropNote },
    sockets: UNIX_SOCKETS,
    documents: async () => whereDocumentsAre(places),
  };
}

/** XDG_DATA_HOME, or where it is by default. */
const dataHomeOf = ({ data, home }: Places): string => data ?? `${home}/.local/share`;

/** Where nobody could tell when we began, it is asked again: the reason is said. */
function whereDocumentsAre({ documents, config, home }: Places): Known<string | undefined> {
  if (documents !== undefined || config === undefined) return known(undefined);
  return documentsIn(config, home);
}
