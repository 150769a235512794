import { PROTECTED } from '../../../shared/clients/protected.ts';
import { editionsOn } from '../../../shared/core/client.ts';
import type { FoundRoot } from '../../../shared/core/removal-rules.ts';
import type { Tier } from '../../../shared/core/model.ts';
import { globToRegExp, quoteGlob } from '../../../shared/core/paths.ts';
import type { ScanRules } from '../../../shared/machine/files/scan-request.ts';
import type { Thing } from './census.ts';
import { fileJudge } from '../../core/file-judge.ts';

/** The names that mean records and keys, written once more and without the program's globs. */
const ANYWHERE =
  /^(db_storage|nt_db|dbfiles|backupfiles|customemotion|mmkv|xplugin|key_(info|data).*|global_config.*|config\.data|local storage|indexeddb|session storage|login data.*|local state|old_backup|bak_.*|\.ssh|\.gnupg|\.password-store)$/is;
const BELOW_ROOT = /^(config|login|backup|fav|favorite|cookies.*|network|databases|preferences)$/is;
const KINDS =
  /\.(db|db-wal|db-shm|db-journal|ldb|sst)$|\.(sqlite|edb)|-(wal|shm)$|\.kdbx$|^wallet\.dat$/is;
const PLACES =
  /\/(wechat files\/[^/]*\/msg\/|all_users\/(config|login|sqlite)\/|tdata\/(key_datas$|d877f783d5d3ef8c|map[^/]*$|settings[^/]*$))/is;

/** Whether a path means a chat record or a key, whatever any rule says. */
export function isRecord(file: string, roots: readonly FoundRoot[]): boolean {
  const names = file.split('/').slice(1);
  const inside = roots.flatMap(({ path }) =>
    file.startsWith(`${path}/`) ? file.slice(path.length + 1).split('/') : [],
  );
  return (
    names.some((name) => ANYWHERE.test(name)) ||
    inside.some((name) => BELOW_ROOT.test(name)) ||
    KINDS.test(names.at(-1) ?? '') ||
    PLACES.test(file)
  );
}

/** Where the client had what an interrupted run set aside. */
export const placeOf = (file: string): string =>
  file.replaceAll(/\/\.clean-exit-[0-9a-f]{32}(?=\/)/g, '');

export interface Oracle {
  /** Whether it may be gone after a purge of these tiers. */
  mayGo(file: string, thing: Thing): boolean;
  /** Whether a folder has to be there afterwards: no rule names what is in it. */
  folderStays(folder: string): boolean;
}

/** Asks of each path by itself, without walking. */
export function oracleOf({ client, platform, roots, tiers }: ScanRules): Oracle {
  const judge = fileJudge(client, platform, roots, PROTECTED);
  const letters = platform === 'linux' ? 'sensitive' : 'insensitive';
  const specials = editionsOn(client, platform)
    .flatMap((edition) => edition.files)
    .flatMap(({ glob, is, tier }) =>
      is === undefined || !tiers.includes(tier)
        ? []
        : roots
            .filter(({ name }) => glob.startsWith(`{${name}}/`))
            .map((root) => ({
              is,
              test: globToRegExp(quoteGlob(root.path) + glob.slice(root.name.length + 2), letters),
            })),
    );
  const isWanted = (said: Tier | 'protected' | undefined): boolean =>
    said !== undefined && said !== 'protected' && tiers.includes(said);
  return {
    mayGo: (file, { kind, holds }) => {
      const at = placeOf(file);
      if (isRecord(at, roots)) return false;
      if (kind === 'file') return isWanted(judge(at));
      const text = Buffer.from(holds, 'hex').toString();
      return specials.some(
        ({ is, test }) =>
          test.test(at) &&
          (kind === 'link'
            ? is !== 'socket' && /^desk-/.test(text)
            : kind === 'other' && is === 'socket'),
      );
    },
    folderStays: (folder) => {
      const said = judge(`${placeOf(folder)}/plain`);
      return said === undefined || said === 'protected';
    },
  };
}
