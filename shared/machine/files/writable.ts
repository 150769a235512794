import { accessSync, constants, existsSync, lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Check, CheckId } from '../../core/model.ts';
import { codeOf } from './errno.ts';
import { expectOwn, ForeignFolder } from './own-folder.ts';

/** Whether a folder of ours can be written: itself, or the nearest one above in which it could be made. */
export function writable(id: CheckId, folder: string): Check {
  const missing = (detail: string, fault: NonNullable<Check['fault']>): Check => ({
    ...{ id, state: 'missing', detail, fault },
  });
  let above = folder;
  while (!existsSync(above) && above !== path.dirname(above)) above = path.dirname(above);
  try {
    // A file in its place can be written to as well.
    if (!statSync(above).isDirectory())
      return missing(`${above}: ENOTDIR`, { code: 'ENOTDIR', path: above });
    accessSync(above, constants.W_OK);
    expectOwn(folder);
    const way = id === 'state' ? inTheWay(folder) : undefined;
    if (way) return missing(`${way.path}: ${way.code}`, way);
    return { id, state: 'good', detail: folder };
  } catch (error) {
    if (error instanceof ForeignFolder) {
      const { code, path: at, owner } = error;
      return missing(error.message, { code, path: at, owner });
    }
    return missing(`${above}: ${codeOf(error)}`, { code: codeOf(error), path: above });
  }
}

/** What has the name of something that we keep in our state folder, and is something else. */
function inTheWay(folder: string): Check['fault'] {
  for (const name of ['claims', 'trashed']) {
    const place = path.join(folder, name);
    const own = lstatSync(place, { throwIfNoEntry: false });
    if (own && !own.isDirectory()) return { code: 'ENOTDIR', path: place };
  }
  for (const name of ['receipts-2.jsonl', 'receipts.jsonl']) {
    const place = path.join(folder, name);
    const own = lstatSync(place, { throwIfNoEntry: false });
    if (own && !own.isFile()) return { code: 'not-a-file', path: place };
  }
  return undefined;
}
