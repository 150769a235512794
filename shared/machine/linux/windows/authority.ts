import path from 'node:path';
import { readBytes } from '../../files/read-regular.ts';
import type { Environment } from '../places.ts';

/** One entry of an Xauthority(5) file. */
export interface Entry {
  readonly family: number;
  readonly address: string;
  /** The number of the display as text; empty means every display. */
  readonly display: string;
  readonly name: string;
  readonly data: string;
}

export interface Cookie {
  readonly name: string;
  readonly data: string;
}

const LOCAL = 256;
const WILD = 65_535;
const METHOD = 'MIT-MAGIC-COOKIE-1';

/**
 * The cookie for one display of this computer. No file, or none that fits: an empty one, because many
 * servers let the same user in without. The library would read the file of its own environment.
 */
export function cookieFor(display: number, host: string, env: Environment): Cookie {
  const home = env['HOME'];
  const file = env['XAUTHORITY'] || (home ? path.join(home, '.Xauthority') : undefined);
  const entry = file === undefined ? undefined : choose(parseAuthority(read(file)), display, host);
  return entry ? { name: entry.name, data: entry.data } : { name: '', data: '' };
}

const choose = (entries: readonly Entry[], display: number, host: string): Entry | undefined =>
  entries.find(
    (entry) =>
      entry.name === METHOD &&
      (entry.family === WILD || (entry.family === LOCAL && entry.address === host)) &&
      (entry.display === '' || entry.display === String(display)),
  );

/** All whole entries; a file that is cut off, or is none at all, has fewer. Bytes are kept as latin1. */
export function parseAuthority(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  const number = (): number | undefined => {
    if (at + 2 > bytes.length) return undefined;
    at += 2;
    return bytes.readUInt16BE(at - 2);
  };
  const field = (): string | undefined => {
    const length = number();
    if (length === undefined || at + length > bytes.length) return undefined;
    at += length;
    return bytes.toString('latin1', at - length, at);
  };
  for (;;) {
    const family = number();
    const [address, display, name, data] = [field(), field(), field(), field()];
    if (family === undefined || address === undefined || display === undefined) return entries;
    if (name === undefined || data === undefined) return entries;
    entries.push({ family, address, display, name, data });
  }
}

function read(file: string): Buffer {
  try {
    return readBytes(file, 'follow');
  } catch {
    return Buffer.alloc(0); // None, or not for us to read: the server says whether it needs one.
  }
}
