import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const GCC = '/usr/bin/gcc';
const HERE = import.meta.dirname;

/** Why the oracle cannot be asked here, with what to do; undefined where it can. */
export const missing = (): string | undefined =>
  process.platform !== 'linux'
    ? 'needs Linux'
    : !existsSync(GCC)
      ? 'needs a compiler: sudo apt install gcc libc6-dev'
      : undefined;

export const BWRAP = '/usr/bin/bwrap';
export const hasBwrap = existsSync(BWRAP);

/** The loader of this computer's own programs. */
export const LOADER = [
  '/lib64/ld-linux-x86-64.so.2',
  '/lib/ld-linux-aarch64.so.1',
  '/lib/ld-linux-armhf.so.3',
].find(existsSync);

export interface Programs {
  readonly top: string;
  readonly holder: string;
  /** Small and alone, so that a copy costs nothing. */
  readonly actor: string;
  /** The same for a loader, which runs no static program. */
  readonly loaded: string;
  /** The same as the Electron of a distribution, which runs any application. */
  readonly electron: string;
}

/** Compiles the two programs of the oracle, in a folder that everybody may enter. */
export function compile(): Programs {
  const top = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-oracle-'));
  chmodSync(top, 0o755);
  const bin = path.join(top, 'made');
  mkdirSync(bin);
  const make = (name: string, source: string, ...flags: string[]): string => {
    const made = path.join(bin, name);
    execFileSync(GCC, ['-O1', '-Wall', ...flags, '-o', made, path.join(HERE, source)]);
    return made;
  };
  const electron = path.join(top, 'lib/electron28/electron');
  mkdirSync(path.dirname(electron), { recursive: true });
  return {
    top,
    holder: make('holder', 'holder.c'),
    actor: make('actor', 'actor.c', '-static'),
    loaded: make('loaded', 'actor.c'),
    electron: make('../lib/electron28/electron', 'actor.c', '-static'),
  };
}
