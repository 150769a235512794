import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import type { Check, CheckId } from '../../core/model.ts';
import { codeOf } from '../files/fault.ts';
import { expectOwn, ForeignFolder } from './own-folder.ts';

/** Whether a folder of ours can be written: itself, or the nearest one above in which it could be made. */
export function writable(id: CheckId, folder: string): Check {
  let above = folder;
  while (!existsSync(above) && above !== path.dirname(above)) above = path.dirname(above);
  try {
    accessSync(above, constants.W_OK);
    expectOwn(folder);
    return { id, state: 'good', detail: folder };
  } catch (error) {
    const why = error instanceof ForeignFolder ? error.message : `${above}: ${codeOf(error)}`;
    return { id, state: 'missing', detail: why };
  }
}
