import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../../core/paths.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const OURS = 'clean-exit';

/** The folders of the XDG base directory and user directory specifications, as this environment says. */
export function linuxPlaces(env: Environment, fallbackHome: string): Places {
  const home = absolute(env['HOME']) ?? fallbackHome;
  const xdg = (name: string, otherwise: string): string =>
    absolute(env[name]) ?? path.join(home, otherwise);
  const config = xdg('XDG_CONFIG_HOME', '.config');
  return {
    home,
    config,
    data: xdg('XDG_DATA_HOME', '.local/share'),
    cache: xdg('XDG_CACHE_HOME', '.cache'),
    documents: documents(env, config, home),
    temp: absolute(env['TMPDIR']) ?? '/tmp',
    ...(absolute(env['XDG_RUNTIME_DIR']) ? { runtime: env['XDG_RUNTIME_DIR'] ?? '' } : {}),
    ourConfig: path.join(config, OURS),
    ourManaged: path.join('/etc', OURS),
    ourState: path.join(xdg('XDG_STATE_HOME', '.local/state'), OURS),
  };
}

/** The specification says that a relative path is to be ignored. */
const absolute = (value: string | undefined): string | undefined =>
  value !== undefined && path.isAbsolute(value)
    ? path.normalize(value).replace(/(.)\/$/, '$1')
    : undefined;

/** `XDG_DOCUMENTS_DIR` from the environment or from user-dirs.dirs, where desktops keep it. */
function documents(env: Environment, config: string, home: string): string {
  const given = absolute(env['XDG_DOCUMENTS_DIR']);
  if (given) return given;
  try {
    const text = readFileSync(path.join(config, 'user-dirs.dirs'), 'utf8');
    const value = /^\s*XDG_DOCUMENTS_DIR="(.*)"\s*$/m.exec(text)?.[1];
    const found = absolute(value?.replace(/^\$HOME(?=\/|$)/, home).replace(/\\(.)/g, '$1'));
    if (found) return found;
  } catch {
    // No such file: the desktop's default holds.
  }
  return path.join(home, 'Documents');
}
