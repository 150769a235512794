import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '../../../shared/core/client.ts';
import type { Refusal, Removal, Tier } from '../../../shared/core/model.ts';
import type { ScanRequest } from '../../../shared/machine/files/scan-request.ts';
import { removeUnits } from '../../../shared/machine/files/remove.ts';
import { listFiles, type Found } from '../../../shared/machine/files/list.ts';
import { accountFolders } from '../../../shared/machine/files/accounts.ts';
import { UNIX_SOCKETS } from '../../../shared/machine/files/sockets.ts';
import { bringBack } from '../../../shared/machine/files/bring-back.ts';
import { toTrash } from '../../../shared/machine/files/trash.ts';
import type { RemovalOrder } from '../../../shared/machine/port/removal.ts';

const UID = process.getuid?.() ?? -1;
const NOW = new Date(Date.UTC(2026, 10, 25));

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
): ScanRequest {
  const terms = {
    client: clientAt(folder, globs),
    platform: 'linux',
    roots: [{ name: 'root', path: folder }],
    tiers,
    uid: UID,
    host: 'desk',
    sockets: UNIX_SOCKETS,
  } as const;
  return { terms, mounts: new Set(), accounts: accountFolders(terms) };
}

/** The same question as somebody else. */
export const asUser = (question: ScanRequest, uid: number): ScanRequest => ({
  ...question,
  terms: { ...question.terms, uid },
});

export const findAt = (folder: string, ...globs: readonly string[]): Promise<Found> =>
  listFiles(questionAt(folder, globs));

/** Writes files of 5,000 bytes, with the folders above them. */
export function put(folder: string, ...names: readonly string[]): void {
  for (const name of names) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'x'.repeat(5_000));
  }
}

/** How a removal goes about it; what is not said is allowed, and into the trash. */
export interface How extends Partial<RemovalOrder> {
  /** Something that happens between the look and the deed. */
  readonly between?: () => void;
  readonly inUse?: () => Refusal | undefined;
  readonly question?: () => ScanRequest;
  /** The file that a worker runs. */
  readonly worker?: string;
  readonly worthWorkers?: number;
}

/** Finds and removes, with the trash below `dataHome`. */
export async function removeAt(
  question: ScanRequest,
  dataHome: string,
  how: How = {},
): Promise<Removal> {
  const { between, inUse, worker, worthWorkers, ...order } = how;
  const found = await listFiles(question);
  between?.();
  return removeUnits(
    found,
    { permanently: false, mayTouch: async () => undefined, ...order },
    {
      trash: async (things) =>
        things.map((thing) => toTrash(thing, dataHome, question.terms.uid, NOW)),
      bringBack,
      question: how.question ?? (() => question),
      worker,
      ...(worthWorkers === undefined ? {} : { worthWorkers }),
      inUse: inUse ?? (() => undefined),
    },
  );
}
