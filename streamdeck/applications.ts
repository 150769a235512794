import { clients } from '../shared/clients/index.ts';
import { editionsOn, type Edition } from '../shared/core/client.ts';
import type { Platform } from '../shared/core/model.ts';
import { lastPart } from '../shared/core/paths.ts';

/** Linux keeps the first 15 bytes of a program's name (`comm`, proc(5)); OpenDeck compares with just that. */
const COMM = 15;

/** A manifest's list of programs whose start and end the host reports. */
type Applications = Readonly<Partial<Record<'mac' | 'windows' | 'linux', readonly string[]>>>;

/**
 * `ApplicationsToMonitor` of each manifest, made of the catalogue when the plugin is built: on macOS the bundles,
 * on Windows the programs, on Linux what the kernel calls them (Wine names a process after the program that it runs).
 */
export const APPLICATIONS: Readonly<Record<string, Applications>> = {
  'manifest.json': {
    mac: ofEach('macos', ({ bundleIds }) => bundleIds),
    windows: ofEach('windows', programsOf),
  },
  'manifest.linux.json': {
    linux: ofEach('linux', (edition) =>
      programsOf(edition).map((name) => Buffer.from(name).subarray(0, COMM).toString()),
    ),
  },
};

function ofEach(
  platform: Platform,
  of: (edition: Edition) => readonly string[],
): readonly string[] {
  const editions = clients.flatMap((client) => editionsOn(client, platform));
  return [...new Set(editions.flatMap(of))];
}

/** A host knows no wildcards. */
function programsOf({ roots }: Edition): readonly string[] {
  return roots
    .map(({ exe, script }) => lastPart(script ?? exe))
    .filter((name) => !/[*?{]/.test(name));
}
