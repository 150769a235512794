import type { Stats } from 'node:fs';
import { onDisk } from './names.ts';
import { Print } from './print.ts';
import { count, type Reader, type Reading, type Sum } from './reading.ts';
import type { Slice } from './unit.ts';

/**
 * Reads a folder of which everything was listed to go. The fingerprint of all its files is that of the list, so
 * nothing has to be judged a second time; undefined where it is not, or where something is no plain file of ours.
 */
export function readAsListed(
  { guard, terms }: Pick<Reader, 'guard' | 'terms'>,
  folder: string,
  own: Stats,
  slice: Slice,
): Reading | undefined {
  const goes: string[] = [];
  const inodes: number[] = [];
  const sum: Sum = { files: 0, bytes: 0, oldest: Infinity, newest: 0, linked: [] };
  const print = new Print();
  const listed = guard.list(folder);
  if (!listed) return undefined;
  const { names, asBytes } = listed;
  if (names.length !== slice.files + slice.folders) return undefined;
  const isText = !asBytes && typeof onDisk(folder) === 'string';
  for (const name of names) {
    const file = `${folder}/${name}`;
    const stats = guard.stat(file, isText ? file : onDisk(file));
    if (stats?.isDirectory()) continue;
    if (!stats?.isFile() || stats.uid !== terms.uid || stats.dev !== own.dev) return undefined;
    goes.push(name);
    inodes.push(stats.ino);
    print.add(name, stats);
    count(sum, stats);
  }
  if (print.text !== slice.print) return undefined;
  return {
    goes,
    inodes,
    print: print.text,
    isText,
    sums: new Map([['cache', sum]]),
    folders: [],
    keeps: false,
  };
}
