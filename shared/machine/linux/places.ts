import path from 'node:path';
import { valueOr } from '../../core/known.ts';
import type { Places } from '../../core/paths.ts';
import { documentsIn } from './documents.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const OURS = 'clean-exit';

/** The folders of the XDG base directory and user directory specifications, as this environment says. */
export function linuxPlaces(env: Environment, fallbackHome: string): Places {
  const home = absolute(env['HOME']) ?? fallbackHome;
  const xdg = (name: string, otherwise: string): string =>
    absolute(env[name]) ?? path.join(home, otherwise);
  const config = xdg('XDG_CONFIG_HOME', '.config');
  const documents =
    absolute(env['XDG_DOCUMENTS_DIR']) ?? valueOr(documentsIn(config, home), undefined);
  return {
    home,
    config,
    data: xdg('XDG_DATA_HOME', '.local/share'),
    cache: xdg('XDG_CACHE_HOME', '.cache'),
    ...(documents === undefined ? {} : { documents }),
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
