import type { Client } from '../../shared/core/client.ts';
import { namesIn } from '../../shared/core/glob-walker.ts';
import type { Platform, Tier } from '../../shared/core/model.ts';
import {
  pathClassifier,
  type FoundRoot,
  type Protection,
} from '../../shared/core/removal-rules.ts';

/** What may be said of a file: its tier, that it is protected, or that we know nothing: then it stays. */
export type FileJudge = (path: string) => Tier | 'protected' | undefined;

/**
 * Judges single files by both locks: protected names and the client's own `never` come first, then the
 * dearest rule that names the file. A rule of low confidence frees nothing.
 */
export function fileJudge(
  client: Client,
  platform: Platform,
  roots: readonly FoundRoot[],
  protection: Protection,
): FileJudge {
  const top = pathClassifier(client, platform, roots, protection, []);
  // Many files of a few folders are judged.
  const entered = new Map<string, typeof top>();
  const enter = (names: readonly string[]): typeof top => {
    const [name, above] = [names.at(-1), names.slice(0, -1)];
    if (name === undefined) return top;
    const key = names.join('/');
    const folder = entered.get(key) ?? enter(above).enter(name);
    entered.set(key, folder);
    return folder;
  };
  return (path) => {
    const names = namesIn(path);
    return enter(names.slice(0, -1)).judge(names.at(-1) ?? '');
  };
}
