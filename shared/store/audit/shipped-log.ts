import { readLine } from '../../audit/read-line.ts';
import { linesFrom } from './segments.ts';
import type { Copied } from './ship-to-folder.ts';

/** The log in this folder, as its first line that can be read says; undefined where there is none. */
export function logIn(folder: string): Copied | undefined {
  for (const line of linesFrom(folder, 0)) {
    const chain = readLine(line)?.chain;
    if (chain === undefined) continue;
    const { device } = JSON.parse(line.toString()) as { device?: { uid?: unknown } };
    const uid = device?.uid;
    // It becomes a part of a file's name.
    return typeof uid === 'string' && /^[\da-f]{8,}$/.test(uid)
      ? { chain, device: uid }
      : { chain };
  }
  return undefined;
}
