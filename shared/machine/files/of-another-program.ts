import type { Client } from '../../core/client.ts';
import type { Places } from '../../core/paths.ts';

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
 * Whether a folder lies in the own folder of another program, known to the catalogue or not: `~/.config/Signal` is
 * no place to which a person moves the chats of Slack. Hidden folders of the home are some program's as well.
 */
export function ofAnotherProgram(physical: string, client: Client, places: Places): boolean {
  const { home, config, data, cache, appData, localAppData } = places;
  const shared = [
    ...SHARED.map((one) => `${home}/${one}`),
    config,
    data,
    cache,
    appData,
    localAppData,
  ];
  const owners = shared.flatMap((place) => nameBelow(physical, place));
  const hidden = nameBelow(physical, home).filter((name) =>
    /^\.(?!config$|local$|cache$|var$)/.test(name),
  );
  const own = namesOf(client);
  return [...owners, ...hidden].some((name) => !own.has(name.toLowerCase()));
}

/** The name right below a place, of what is in it. */
const nameBelow = (physical: string, place: string | undefined): readonly string[] =>
  place !== undefined && physical.startsWith(`${place}/`)
    ? physical.slice(place.length + 1).split('/', 1)
    : [];

/** Every name that a folder on the way to its data may have. */
const namesOf = ({ id, name, nameZh, aliases = [], editions }: Client): ReadonlySet<string> =>
  new Set(
    [
      ...[id, name, nameZh, ...aliases],
      ...editions.flatMap(({ data }) => data.flatMap(({ path }) => path.split('/'))),
    ].map((one) => one.toLowerCase()),
  );
