import fc from 'fast-check';
import type { Client } from '../../shared/core/client.ts';
import { editionsOn } from '../../shared/core/client.ts';
import type { FoundRoot } from '../../shared/core/removal-rules.ts';
import type { Platform } from '../../shared/core/model.ts';
import { expand, placeValues, type Places } from '../../shared/core/paths.ts';

export const PLATFORMS: readonly Platform[] = ['windows', 'macos', 'linux'];

const OURS = { ourConfig: '/ours/config', ourState: '/ours/state' };

/** A computer of each kind; a place that a system does not have is absent. */
export const PLACES: Readonly<Record<Platform, Places>> = {
  windows: {
    ...OURS,
    home: 'C:/Users/a',
    documents: 'D:/Documents of a',
    appData: 'C:/Users/a/AppData/Roaming',
    localAppData: 'C:/Users/a/AppData/Local',
    programFiles: 'C:/Program Files',
    programFilesX86: 'C:/Program Files (x86)',
  },
  macos: { ...OURS, home: '/Users/a' },
  linux: {
    ...OURS,
    home: '/home/a',
    documents: '/home/a/文档',
    config: '/home/a/.config',
    data: '/home/a/.local/share',
    cache: '/home/a/.cache',
  },
};

/** One concrete path that a glob names, with plain words for its stars. */
export const example = (glob: string): string => fill(glob).join('');

/** Any concrete path that a glob names: any words for its stars, any depth for its double stars. */
export function examples(glob: string): fc.Arbitrary<string> {
  const word = fc.stringMatching(/^[a-zA-Z0-9 _微.-]{1,8}$/);
  const folders = fc.array(word, { maxLength: 3 });
  const parts = tokens(glob).map((token): fc.Arbitrary<string> => {
    if (token === '**/') return folders.map((names) => names.map((name) => `${name}/`).join(''));
    if (token === '**')
      return fc.tuple(folders, word).map(([above, name]) => [...above, name].join('/'));
    if (token === '*') return word;
    if (token === '?') return fc.constantFrom('0', 'z', '信');
    return fc.constant(one(token));
  });
  return fc.tuple(...parts).map((filled) => filled.join(''));
}

const tokens = (glob: string): readonly string[] =>
  glob.match(/\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|[^*?[]+/g) ?? [];

const fill = (glob: string): readonly string[] =>
  tokens(glob).map((token) => {
    if (token === '**/') return 'between/';
    if (token === '**') return 'deep/inside';
    if (token === '*') return 'some';
    return token === '?' ? '7' : one(token);
  });

/** One character for a set, anything else as it stands. */
function one(token: string): string {
  const [, not, set = ''] = /^\[(!?)(.+)\]$/.exec(token) ?? [];
  if (not === undefined) return token;
  if (not === '') return set.charAt(0);
  return ['S', 'q', '7'].find((letter) => !set.includes(letter)) ?? 'S';
}

/** Where a client's folders are on such a computer, each root of each edition that has one there. */
export function rootsOf(client: Client, platform: Platform): readonly FoundRoot[] {
  const found = editionsOn(client, platform).flatMap((edition) =>
    edition.data.map((root) => ({ name: root.name, path: placed(root.path, platform) })),
  );
  return found.filter(
    (root, at) =>
      found.findIndex((other) => other.name === root.name && other.path === root.path) === at,
  );
}

/** A template of this platform as a concrete path. */
export function placed(template: string, platform: Platform): string {
  const path = expand(template, placeValues(PLACES[platform]));
  if (path === undefined) throw new Error(`${template} has no place on ${platform}`);
  // What may stand anywhere stands on a drive, or below the slash that all paths begin with.
  return example(platform === 'windows' ? path.replace(/^\*\*\//, 'E:/between/') : path);
}

/** `{root}/rest` below one root of that name. */
export const under = (root: FoundRoot, rest: string): string => `${root.path}/${rest}`;

/** A glob of a client taken apart: its root's name and the rest. */
export function split(glob: string): { readonly root: string; readonly rest: string } {
  const [, root, rest] = /^\{([^{}]+)\}\/(.+)$/.exec(glob) ?? [];
  if (root === undefined || rest === undefined)
    throw new Error(`${glob} does not begin with a root`);
  return { root, rest };
}
