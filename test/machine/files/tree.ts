import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../../../shared/core/client.ts';
import type { Tier } from '../../../shared/core/model.ts';
import { PROTECTED } from '../../../shared/clients/protected.ts';
import { fileJudge, selections } from '../../../shared/core/files.ts';
import { find, type Found, type Question } from '../../../shared/machine/files/walk.ts';

const UID = process.getuid?.() ?? -1;

/** A client whose only root is `folder`, with these globs as its cache. */
export const clientAt = (folder: string, globs: readonly string[]): Client => ({
  id: 'chat',
  name: 'Chat',
  nameZh: '聊天',
  origin: 'catalogue',
  editions: [
    {
      id: 'linux',
      platform: 'linux',
      roots: [],
      helpers: [],
      tray: { ids: [], quitLabels: [] },
      closeQuits: false,
      bundleIds: [],
      windowClasses: [],
      data: [{ name: 'root', path: folder, source: 'test', confidence: 'high' }],
      files: globs.map((glob) => ({ glob, tier: 'cache', source: 'test', confidence: 'high' })),
      never: ['{root}/*/keep/**'],
      notes: [],
      sources: [],
    },
  ],
});

export function questionAt(
  folder: string,
  globs: readonly string[],
  tiers: readonly Tier[] = ['cache'],
): Question {
  const roots = [{ name: 'root', path: folder }];
  const client = clientAt(folder, globs);
  return {
    selections: selections(client, 'linux', roots, tiers),
    judge: fileJudge(client, 'linux', roots, PROTECTED),
    tiers,
    uid: UID,
  };
}

export const findAt = (folder: string, ...globs: readonly string[]): Found =>
  find(questionAt(folder, globs));

/** Writes files of 5,000 bytes, with the folders above them. */
export function put(folder: string, ...names: readonly string[]): void {
  for (const name of names) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'x'.repeat(5_000));
  }
}
