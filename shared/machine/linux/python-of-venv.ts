import { realpathSync } from 'node:fs';
import path from 'node:path';
import { lastPart } from '../../core/paths.ts';
import { readRegular } from '../files/read-regular.ts';

const PYTHON = /^(?:python|pypy)[\d.]*$/;

/**
 * The interpreters that a Python was copied from into a virtual environment: `home` and `executable` of the
 * `pyvenv.cfg` beside it or above (PEP 405). Empty for any other program.
 */
export function pythonOfVenv(exe: string): readonly string[] {
  const name = lastPart(exe);
  if (!PYTHON.test(name)) return [];
  const folder = path.dirname(exe);
  const settings = [folder, path.dirname(folder)].map(settingsIn).find(Boolean);
  if (!settings) return [];
  const home = settings.get('home');
  const inHome = home === undefined ? [] : [`${home}/${name}`, `${home}/python3`];
  const all = [settings.get('executable') ?? '', ...inHome].filter((one) => one.startsWith('/'));
  return [...new Set(all.flatMap((one) => [one, ...realOf(one)]))].filter((one) => one !== exe);
}

function settingsIn(folder: string): ReadonlyMap<string, string> | undefined {
  try {
    const { text } = readRegular(`${folder}/pyvenv.cfg`, 'follow');
    return new Map(
      text.split('\n').map((line) => {
        const [key = '', ...value] = line.split('=');
        return [key.trim().toLowerCase(), value.join('=').trim()] as const;
      }),
    );
  } catch {
    return undefined; // No virtual environment, or closed to us.
  }
}

function realOf(file: string): readonly string[] {
  try {
    return [realpathSync.native(file)];
  } catch {
    return [];
  }
}
