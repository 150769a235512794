import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Check, CheckId } from '../../core/model.ts';
import { codeOf } from '../files/fault.ts';
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
    return { id, state: 'good', detail: folder };
  } catch (error) {
    if (error instanceof ForeignFolder) {
      const { code, path: at, owner } = error;
      return missing(error.message, { code, path: at, owner });
    }
    return missing(`${above}: ${codeOf(error)}`, { code: codeOf(error), path: above });
  }
}
