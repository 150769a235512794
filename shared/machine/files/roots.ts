import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { editionsOn, type Client, type DataRoot } from '../../core/client.ts';
import type { FoundRoot } from '../../core/files.ts';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Platform } from '../../core/model.ts';
import { expand, globToRegExp, placeValues, type Places } from '../../core/paths.ts';
import { codeOf, isGone } from './fault.ts';

/**
 * The data roots of a client that exist here, each once, as physical paths. A root that is itself a
 * link is left out: what lies behind it is not proven to be the client's (rule R9).
 */
export function findRoots(
  client: Client,
  platform: Platform,
  places: Places,
): Known<readonly FoundRoot[]> {
  const found = new Map<string, FoundRoot>();
  try {
    for (const edition of editionsOn(client, platform))
      for (const root of edition.data)
        for (const place of whereOf(root, places)) {
          const physical = physicalFolder(place);
          if (physical) found.set(physical, { name: root.name, path: physical });
        }
    return known([...found.values()]);
  } catch (error) {
    return unknown(/EACCES|EPERM/.test(codeOf(error)) ? 'denied' : 'failed', messageOf(error));
  }
}

/** The places that a root may have: what the client itself wrote down, and the usual one. */
function whereOf(root: DataRoot, places: Places): readonly string[] {
  const usual = expand(root.path, placeValues(places));
  const pointed = root.pointer?.by === 'first-line' ? firstLines(root.pointer, places) : [];
  return [...pointed, ...(usual === undefined ? [] : matching(usual))];
}

function firstLines(
  pointer: { readonly file: string; readonly below?: string },
  places: Places,
): readonly string[] {
  const file = expand(pointer.file, placeValues(places));
  if (file === undefined) return [];
  return matching(file).flatMap((one) => {
    const line = readFileSync(one, 'utf8').split(/\r?\n/, 1)[0]?.trim() ?? '';
    return path.isAbsolute(line) ? [path.join(line, pointer.below ?? '')] : [];
  });
}

/** The existing paths behind a path whose last part may hold wildcards. */
function matching(template: string): readonly string[] {
  const name = path.basename(template);
  if (!/[*?]/.test(name)) return [template];
  const wanted = globToRegExp(name, 'sensitive');
  try {
    return readdirSync(path.dirname(template))
      .filter((one) => wanted.test(one))
      .map((one) => path.join(path.dirname(template), one));
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function physicalFolder(place: string): string | undefined {
  try {
    const physical = path.join(realpathSync(path.dirname(place)), path.basename(place));
    return lstatSync(physical).isDirectory() ? physical : undefined;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
