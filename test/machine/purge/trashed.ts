import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromDisk, namesOf, onDisk } from '../../../shared/machine/files/names.ts';
import { census, leavesIn, type Thing } from './census.ts';

export interface Trashed {
  /** Where it was, as the note says. */
  readonly was: string;
  readonly thing: Thing;
}

/** The path in a note, byte for byte. */
function noted(note: string): string {
  const text = /^Path=(.*)$/m.exec(readFileSync(onDisk(note), 'latin1'))?.[1] ?? '';
  const bytes = text.replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return fromDisk(Buffer.from(bytes, 'latin1'));
}

/** Everything in the trash, with the place that it came from. */
export function trashedIn(dataHome: string): readonly Trashed[] {
  const trash = path.join(dataHome, 'Trash');
  if (!existsSync(path.join(trash, 'files'))) return [];
  const files = path.join(trash, 'files');
  return leavesIn(census(files)).map(([file, thing]) => {
    const [name = '', ...rest] = file.slice(files.length + 1).split('/');
    const was = noted(path.join(trash, 'info', `${name}.trashinfo`));
    return { was: [was, ...rest].join('/'), thing };
  });
}

/** Notes to which nothing belongs. */
export function orphansIn(dataHome: string): readonly string[] {
  const [info, files] = ['info', 'files'].map((one) => path.join(dataHome, 'Trash', one));
  if (!info || !files || !existsSync(info) || !existsSync(files)) return [];
  const there = new Set(namesOf(files).names);
  return readdirSync(info).filter((name) => !there.has(name.replace(/\.trashinfo$/, '')));
}
