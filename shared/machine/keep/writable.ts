import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import type { Check, CheckId } from '../../core/model.ts';
import { codeOf } from '../files/fault.ts';

/** Whether a folder of ours can be written: itself, or the nearest one above in which it could be made. */
export function writable(id: CheckId, folder: string): Check {
  let above = folder;
  while (!existsSync(above) && above !== path.dirname(above)) above = path.dirname(above);
  try {
    accessSync(above, constants.W_OK);
    return { id, state: 'good', detail: folder };
  } catch (error) {
    return { id, state: 'missing', detail: `${above}: ${codeOf(error)}` };
  }
}
