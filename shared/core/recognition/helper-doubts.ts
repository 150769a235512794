import { editionsOn, type Client } from '../client.ts';
import type { Platform, Process } from '../model.ts';
import { hasWildcard, lastPart } from '../paths.ts';
import type { Suspicion } from './name-doubts.ts';
import { pathsOf } from './names-of.ts';
import { PLATFORMS } from '../platforms.ts';

/**
 * Windows: which client a helper may be of that runs at a place no pattern knows. Only names that say it count,
 * which are those called after a root (WeChatAppEx.exe, WXWorkWeb.exe): `Update.exe` is anybody's. A name of two
 * clients counts for both.
 */
export function helperDoubts(
  clients: readonly Client[],
  platform: Platform,
): (process: Process) => readonly Suspicion[] {
  const byName = new Map<string, Set<Client>>();
  for (const client of PLATFORMS[platform].namesSpeak ? clients : [])
    for (const { roots, helpers } of editionsOn(client, platform)) {
      const stems = roots.map(({ exe }) => stemOf(lastPart(exe))).filter((stem) => stem.length > 1);
      for (const { exe } of helpers) {
        const name = lastPart(exe).toLowerCase();
        if (hasWildcard(name) || !stems.some((stem) => name.startsWith(stem))) continue;
        byName.set(name, (byName.get(name) ?? new Set()).add(client));
      }
    }
  return (process) =>
    [...new Set(namesOf(process))].flatMap((name) =>
      [...(byName.get(name) ?? [])].map((client): Suspicion => ({
        client,
        level: 'likely',
        because: ['own-name'],
        isHelper: true,
      })),
    );
}

/** By its paths; of one that hides its program by what the system calls it. */
const namesOf = (process: Process): readonly string[] =>
  (process.exe.known ? pathsOf(process).map(lastPart) : [process.name]).map((name) =>
    name.toLowerCase(),
  );

/** `weixin` of `Weixin?.exe` and of `Weixin.exe`. */
const stemOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[*?[{].*$/, '')
    .replace(/\.exe$/, '');
