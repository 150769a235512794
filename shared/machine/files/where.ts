import { isUtf8 } from 'node:buffer';
import type { DataRoot, Pointer } from '../../core/client.ts';
import { iniSection } from '../../core/ini.ts';
import { lastPart, type Places } from '../../core/paths.ts';
import { isGone } from './errno.ts';
import { literalPlaces } from './literal-places.ts';
import { readBytes } from './read-regular.ts';
import { fromDisk, type ReadFolders } from './names.ts';
import { pointedAt } from './pointed.ts';
import { pointerName, type Pointers } from './pointers.ts';
import type { Place } from './wildcards.ts';

/** A place; `isNamed` where the client itself named it, and it is called as its own folder is. */
export interface Pointed extends Place {
  readonly isNamed?: boolean;
}

/** The places that a root may have: what the client itself wrote down, and the usual one. */
export function whereOf(
  root: DataRoot,
  places: Places,
  pointers: Pointers,
  read?: ReadFolders,
): readonly Pointed[] {
  const usual = literalPlaces(root.path, places, read);
  const pointed =
    root.pointer?.by === 'ini'
      ? written(root.pointer, places)
      : root.pointer?.by === 'first-line'
        ? firstLines(root.pointer, places)
        : root.pointer
          ? registered(root.pointer, places, pointers)
          : [];
  const isIts = ({ path: folder }: Place): boolean =>
    lastPart(folder).toLowerCase() === root.name.toLowerCase();
  return [...pointed.map((one) => ({ ...one, isNamed: isIts(one) })), ...usual];
}

function written(
  { file, section, key, when, below }: Extract<Pointer, { by: 'ini' }>,
  places: Places,
): readonly Pointed[] {
  return literalPlaces(file, places).flatMap((one) => {
    const values = iniSection(textOf(one.path), section);
    const counts = when === undefined || values.get(when.key.toLowerCase()) === when.is;
    return counts ? placeAt(values.get(key.toLowerCase()) ?? '', below, places) : [];
  });
}

/** Windows' own programs write UTF-16 with a mark, UTF-8, or the code page of China. */
function textOf(file: string): string {
  try {
    const bytes = readBytes(file, 'follow');
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
    return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('gb18030').decode(bytes);
  } catch (error) {
    if (isGone(error)) return ''; // The client wrote nothing down.
    throw error;
  }
}

function firstLines(
  pointer: { readonly file: string; readonly below?: string },
  places: Places,
): readonly Pointed[] {
  return literalPlaces(pointer.file, places).flatMap((one) => {
    const line = firstLine(one.path);
    // Beside the file with the folder a client keeps others of the same kind, with other things in them.
    return SOME_PATH.test(line) ? placeAt(line, pointer.below, places) : [];
  });
}

/** What can be meant as a folder: it has a slash, a drive or a variable. */
const SOME_PATH = /[\\/]|^"?[a-z]:|%/i;

function registered(
  { key, value, below }: Extract<Pointer, { by: 'registry' }>,
  places: Places,
  pointers: Pointers,
): readonly Pointed[] {
  return placeAt(pointers.get(pointerName(key, value)) ?? '', below, places);
}

function placeAt(text: string, below: string | undefined, places: Places): readonly Place[] {
  const folder = pointedAt(text, below, places);
  return folder === undefined ? [] : [{ path: folder, throughLink: false }];
}

function firstLine(file: string): string {
  try {
    const [line = ''] = fromDisk(readBytes(file, 'follow')).split(/\r?\n/, 1);
    return line.trim();
  } catch (error) {
    if (isGone(error)) return ''; // The client wrote nothing down.
    throw error;
  }
}
