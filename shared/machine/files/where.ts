import { isUtf8 } from 'node:buffer';
import { posix as path, win32 } from 'node:path';
import type { DataRoot, Pointer } from '../../core/client.ts';
import { iniSection } from '../../core/ini.ts';
import type { Places } from '../../core/paths.ts';
import { isGone } from './fault.ts';
import { literalPlaces } from './literal-places.ts';
import { readBytes } from '../keep/read-regular.ts';
import { fromDisk, isAbsolute, slashed } from './names.ts';
import { pointerName, type Pointers } from './pointers.ts';
import type { Place } from './wildcards.ts';

/** The places that a root may have: what the client itself wrote down, and the usual one. */
export function whereOf(root: DataRoot, places: Places, pointers: Pointers): readonly Place[] {
  const usual = literalPlaces(root.path, places);
  const pointed =
    root.pointer?.by === 'ini'
      ? written(root.pointer, places)
      : root.pointer?.by === 'first-line'
        ? firstLines(root.pointer, places)
        : root.pointer
          ? registered(root.pointer, places, pointers)
          : [];
  return [...pointed, ...usual];
}

function written(
  { file, section, key, when, below }: Extract<Pointer, { by: 'ini' }>,
  places: Places,
): readonly Place[] {
  return literalPlaces(file, places).flatMap((one) => {
    const values = iniSection(textOf(one.path), section);
    const counts = when === undefined || values.get(when.key.toLowerCase()) === when.is;
    return counts ? pointedAt(values.get(key.toLowerCase()) ?? '', below, places) : [];
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
): readonly Place[] {
  return literalPlaces(pointer.file, places).flatMap((one) => {
    return pointedAt(firstLine(one.path), pointer.below, places);
  });
}

function registered(
  { key, value, below }: Extract<Pointer, { by: 'registry' }>,
  places: Places,
  pointers: Pointers,
): readonly Place[] {
  return pointedAt(pointers.get(pointerName(key, value)) ?? '', below, places);
}

/** The folder that a client wrote down; `MyDocument:` is what WeChat writes for the documents folder. */
function pointedAt(text: string, below: string | undefined, places: Places): readonly Place[] {
  const [, rest] = /^MyDocument:(.*)$/is.exec(text) ?? [];
  const place = rest === undefined ? text : `${places.documents ?? ''}/${rest}`;
  const folder = win32.isAbsolute(place) && places.appData !== undefined ? slashed(place) : place;
  return isAbsolute(folder) ? [{ path: path.join(folder, below ?? ''), throughLink: false }] : [];
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
