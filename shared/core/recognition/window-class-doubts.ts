import { editionsOn, type Client } from '../client.ts';
import type { Platform, Process } from '../model.ts';
import type { Suspicion } from './name-doubts.ts';
import { PLATFORMS } from '../platforms.ts';

/** Classes that toolkits give to the windows of any program. */
const ANYBODYS = /^(?:Qt\d+QWindow\w*|Chrome_WidgetWin_\d)$/;

/** Windows: the classes of windows that one client alone has, by the catalogue. */
export function tellingClasses(
  clients: readonly Client[],
  platform: Platform,
): ReadonlyMap<string, Client> {
  const owners = new Map<string, Client | undefined>();
  const isTelling = (name: string, common: readonly string[] = []): boolean =>
    !ANYBODYS.test(name) && !common.includes(name);
  for (const client of PLATFORMS[platform].namesSpeak ? clients : [])
    for (const name of editionsOn(client, platform).flatMap(({ windowClasses, commonClasses }) =>
      windowClasses.filter((one) => isTelling(one, commonClasses)),
    )) {
      const before = owners.get(name);
      owners.set(name, !owners.has(name) || before === client ? client : undefined);
    }
  return new Map(
    [...owners].flatMap(([name, client]) => (client ? [[name, client] as const] : [])),
  );
}

/** Which clients a program is likely because it shows a window of a class that only they have. */
export function windowClassDoubts(
  clients: readonly Client[],
  platform: Platform,
): (process: Process) => readonly Suspicion[] {
  const owners = tellingClasses(clients, platform);
  return ({ traits }) =>
    owners.size === 0
      ? []
      : [...new Set(traits?.windowClasses?.flatMap((name) => owners.get(name) ?? []))].map(
          (client): Suspicion => ({ client, level: 'likely', because: ['window-class'] }),
        );
}
