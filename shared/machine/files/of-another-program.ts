import type { Client } from '../../core/client.ts';
import type { Places } from '../../core/paths.ts';
import { isGone } from './errno.ts';
import { bothWays, entriesOf } from './names.ts';
import { overlap } from './others.ts';

/** Below the home, each folder here is one program's (freedesktop.org base directories, flatpak, snap, macOS). */
const SHARED = [
  '.config',
  '.local/share',
  '.local/state',
  '.cache',
  '.var/app',
  'snap',
  'Library/Application Support',
  'Library/Containers',
  'Library/Group Containers',
  'Library/Caches',
];

/**
 * Whether a folder is, holds or lies in the own folder of another program, known to the catalogue or not:
 * `~/.config/Signal` is no place to which a person moves the chats of Slack. Hidden folders of the home are some
 * program's as well. Each place counts as it is called and as it really is. Throws where one cannot be read.
 */
export function ofAnotherProgram(physical: string, client: Client, places: Places): boolean {
  const { home, config, data, cache, appData, localAppData } = places;
  const shared = [
    ...SHARED.map((one) => `${home}/${one}`),
    ...[config, data, cache, appData, localAppData].filter((one) => one !== undefined),
  ];
  const own = namesOf(client);
  const isOthers = (name: string): boolean => !own.has(name.toLowerCase());
  const named = shared.flatMap(bothWays).flatMap((place) => nameBelow(physical, place));
  const hidden = bothWays(home)
    .flatMap((place) => nameBelow(physical, place))
    .filter(isHidden);
  return (
    [...named, ...hidden].some(isOthers) ||
    shared.some((place) => linksTo(physical, place, isOthers)) ||
    linksTo(physical, home, (name) => isHidden(name) && isOthers(name))
  );
}

const isHidden = (name: string): boolean => /^\.(?!config$|local$|cache$|var$)/.test(name);

/** Whether a program whose folder in this place is a link keeps its files there. */
function linksTo(physical: string, place: string, isAsked: (name: string) => boolean): boolean {
  return linksIn(place)
    .filter(isAsked)
    .flatMap((name) => bothWays(`${place}/${name}`))
    .some((folder) => overlap(folder, physical));
}

function linksIn(place: string): readonly string[] {
  try {
    return entriesOf(place).flatMap(({ name, isLink }) => (isLink ? [name] : []));
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

/** The name right below a place, of what is in it. */
const nameBelow = (physical: string, place: string): readonly string[] =>
  physical.startsWith(`${place}/`) ? physical.slice(place.length + 1).split('/', 1) : [];

/** Every name that a folder on the way to its data may have. */
const namesOf = ({ id, name, nameZh, aliases = [], editions }: Client): ReadonlySet<string> =>
  new Set(
    [
      ...[id, name, nameZh, ...aliases],
      ...editions.flatMap(({ data }) => data.flatMap(({ path }) => path.split('/'))),
    ].map((one) => one.toLowerCase()),
  );
