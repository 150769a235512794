import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../core/paths.ts';
import { stateFolders } from '../machine/files/state-folders.ts';
import { isOwnerAlive } from './lock-owner.ts';
import { livingOwner } from './lock.ts';

/** The clients on which a program of ours is acting now. */
export const busyWith = (places: Places): readonly string[] =>
  stateFolders(places)
    .map((folder) => path.join(folder, 'claims'))
    .flatMap((folder) =>
      namesIn(folder).filter((name) => livingOwner(path.join(folder, name), isOwnerAlive)),
    );

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // No folder is the usual case; what else is wrong with it is said when it is to go.
  }
}
