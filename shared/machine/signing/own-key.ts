import os from 'node:os';
import path from 'node:path';
import type { Places } from '../../core/paths.ts';
import { readRegular } from '../files/read-regular.ts';

/** A path alone on the first line, and nothing that a key could be. */
const PATH = /^(?:~\/|\/|[A-Za-z]:[\\/]).*$/;

/**
 * The person's own key: the file `signing-key` in the settings folder is a key, or its first line names one. Undefined
 * where there is none.
 */
export function ownKey({ ourConfig }: Places): string | undefined {
  const file = path.join(ourConfig, 'signing-key');
  try {
    const [first = ''] = readRegular(file, 'follow').text.split(/\r?\n/, 1);
    if (!PATH.test(first)) return file;
    return first.startsWith('~/') ? path.join(os.homedir(), first.slice(2)) : first.trim();
  } catch {
    return undefined;
  }
}
