import { readSync } from 'node:fs';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Traits } from '../../core/model.ts';
import { codeOf, isGone } from '../files/errno.ts';
import { atRegular, readRegular } from '../files/read-regular.ts';

/** The list of files of a big application has some 100 kB. */
const MOST_BYTES = 4_000_000;

/** Of several packages the first that has a name decides; one that cannot be read can have any. */
export function appTraits(packages: readonly Known<string | undefined>[]): Traits {
  const named = packages.find((one) => one.known && one.value !== undefined);
  if (named?.known && named.value !== undefined) return { appName: named.value };
  return packages.some((one) => !one.known) ? { isAppUnread: true } : {};
}

/**
 * What an Electron program is called by its own package: `resources/app.asar` beside it, or the folder in
 * its place (format: @electron/asar README).
 */
export const appBeside = (folder: string): Traits =>
  appTraits([
    nameInAsar(`${folder}/resources/app.asar`),
    nameInFolder(`${folder}/resources/app/package.json`),
  ]);

/** What an application is called that a shared Electron runs: a package, a folder, or a file in one. */
export function appTraitsOf(app: string): Traits {
  if (/\.asar$/i.test(app)) return appTraits([nameInAsar(app)]);
  const folder = /\.[cm]?js$/i.test(app) ? app.slice(0, app.lastIndexOf('/')) : app;
  const own = appTraits([nameInFolder(`${folder}/package.json`), nameInAsar(`${folder}/app.asar`)]);
  return Object.keys(own).length > 0 ? own : appBeside(folder);
}

/** Known without a name where no package lies there, or one that has none. */
function nameInFolder(file: string): Known<string | undefined> {
  return read(() => nameOf(readRegular(file, 'follow').text));
}

/** Sizes stand in front of a list of files as JSON; the files follow it. */
function nameInAsar(file: string): Known<string | undefined> {
  return read(() => atRegular(file, 'follow', nameInList, Infinity));
}

function read(name: () => string | undefined): Known<string | undefined> {
  try {
    return known(name());
  } catch (error) {
    return isGone(error) ? known(undefined) : unknown('failed', codeOf(error));
  }
}

function nameInList(fd: number): string | undefined {
  const sizes = bytesAt(fd, 0, 16);
  const list = JSON.parse(bytesAt(fd, 16, sizes.readUInt32LE(12)).toString('utf8')) as {
    files?: { 'package.json'?: { offset?: string; size?: number } };
  };
  const { offset, size } = list.files?.['package.json'] ?? {};
  if (offset === undefined || size === undefined) return undefined;
  return nameOf(bytesAt(fd, 8 + sizes.readUInt32LE(4) + Number(offset), size).toString('utf8'));
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
