import { lstatSync } from 'node:fs';
import { posix as path } from 'node:path';
import type { Disk, TrashFiles } from '../files/disk.ts';
import { macosTrashes } from '../seen-in-trash.ts';
import { holderBelow } from './open-files.ts';
import type { Starter } from './programs.ts';
import { BATCH, toTrash } from './trash.ts';

/**
 * What macOS alone tells of files. Whatever is mounted has a device number of its own there, also FUSE and
 * disk images, so that a walk sees it by itself: only a root that is a mount point has to be named.
 */
export const macosDisk = (
  starter: Starter,
  uid: number,
  trash?: TrashFiles,
): Disk & Required<Pick<Disk, 'holder'>> => ({
  walksInWorker: true,
  batch: BATCH,
  mounts: (roots) =>
    new Set(
      roots
        .map((root) => root.path)
        .filter((one) => lstatSync(one).dev !== lstatSync(path.dirname(one)).dev),
    ),
  holder: (folders) => holderBelow(starter, uid, folders),
  // The Trash of a Mac keeps no note of where a thing was.
  restoring: {
    cameFrom: (from, to) => macosTrashes(starter.home, from, uid).includes(path.dirname(to)),
  },
  trash: (things) => toTrash(starter, uid, things, trash),
});
