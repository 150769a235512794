import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { readRegular } from '../keep/read-regular.ts';

/** The list of files of a big application has some 100 kB. */
const MOST_BYTES = 4_000_000;

/**
 * What an Electron program is called by its own package: `resources/app.asar` beside it, or the folder in
 * its place. Undefined where there is none, or where it cannot be read (format: @electron/asar README).
 */
export const appNameBeside = (folder: string): string | undefined =>
  nameInAsar(`${folder}/resources/app.asar`) ??
  nameInFolder(`${folder}/resources/app/package.json`);

function nameInFolder(file: string): string | undefined {
  try {
    return nameOf(readRegular(file, 'follow').text);
  } catch {
    return undefined; // Not there, or no package.
  }
}

/** Sizes stand in front of a list of files as JSON; the files follow it. */
function nameInAsar(file: string): string | undefined {
  let fd: number | undefined;
  try {
    // Opening a pipe would wait for its writer.
    if (!statSync(file).isFile()) return undefined;
    fd = openSync(file, 'r');
    const sizes = bytesAt(fd, 0, 16);
    const list = JSON.parse(bytesAt(fd, 16, sizes.readUInt32LE(12)).toString('utf8')) as {
      files?: { 'package.json'?: { offset?: string; size?: number } };
    };
    const { offset, size } = list.files?.['package.json'] ?? {};
    if (offset === undefined || size === undefined) return undefined;
    return nameOf(bytesAt(fd, 8 + sizes.readUInt32LE(4) + Number(offset), size).toString('utf8'));
  } catch {
    return undefined; // Not there, or nothing of this format.
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function bytesAt(fd: number, at: number, size: number): Buffer {
  if (size > MOST_BYTES) throw new Error('too big');
  const bytes = Buffer.alloc(size);
  readSync(fd, bytes, 0, size, at);
  return bytes;
}

function nameOf(text: string): string | undefined {
  const { name } = JSON.parse(text) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}
