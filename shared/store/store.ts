import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { clients as catalogue } from '../clients/index.ts';
import type { Client } from '../core/client.ts';
import type { Places } from '../core/paths.ts';
import type { ClientId, Policy } from '../core/model.ts';
import type { PolicyFile } from '../core/policy.ts';
import type { Elsewhere, Receipt } from '../core/receipt.ts';
import { codeOf } from '../machine/files/errno.ts';
import type { FileFault } from './json-file.ts';
import type { AuditLog } from './audit/audit-log.ts';
import { auditLogs } from './audit-logs.ts';
import { heldIconsIn, type HeldIconStore } from './held-icons-file.ts';
import { lockIn, type Lock } from './lock-in.ts';
import { placesFile } from './places-file.ts';
import { policyFiles, type FoundPolicy, type PolicyAsk } from './policy-files.ts';
import { record } from './record.ts';
import { settledClients } from './settled-clients.ts';
import { userClients } from './user-clients.ts';

/** The clients as this computer knows them. */
export interface Catalogue {
  readonly clients: readonly Client[];
  /** Client files of the user that could not be read. */
  readonly faults: readonly FileFault[];
  /** What is wrong with the files of settled places: then nothing is settled. */
  readonly placeFaults: readonly FileFault[];
}

/** What Clean Exit keeps on disk. */
export interface Store {
  /** With the user's own clients and settled places; the same list as long as no file of theirs changed. */
  catalogue(): Promise<Catalogue>;
  /** What is allowed now, of this client or of all; `flags` is what the person asks for with this request. */
  policy(flags?: PolicyFile, client?: ClientId): Promise<FoundPolicy>;
  /** Takes the right to act on a client; answers who has it if somebody else does. */
  readonly lock: (client: string, request: string) => Promise<Lock>;
  /** Keeps a receipt; answers where, if not in the state folder. Throws where it can be kept nowhere. */
  readonly record: (receipt: Receipt) => Elsewhere | undefined;
  /** A name for a receipt that no other has. */
  readonly newId: () => string;
  /** The audit log as this policy wants it; the same one as long as it wants the same. Throws AuditFault. */
  readonly audit: (policy: Policy) => Promise<AuditLog>;
  /** SHA-256 of a policy, so that a receipt says which one was in force. */
  readonly digestOf: (policy: Policy) => Promise<string>;
  /** Which tray icon which client held when it was last looked at. */
  readonly heldIcons: HeldIconStore;
}

export interface StoreOptions {
  readonly places: Places;
  /** What the settings of a launcher, or the options of a command, say; files are stronger. */
  readonly settings?: PolicyFile | undefined;
  /** Who could have written a file of the administrator, by this machine. */
  readonly distrusts?: PolicyAsk['distrusts'];
  /** One more folder of the user's own clients. */
  readonly clientsFolder?: string | undefined;
}

/** The store of this computer, in the folders of the person and of the administrator. */
export function openStore({ places, settings, clientsFolder, distrusts }: StoreOptions): Store {
  const taken = new Set(catalogue.map(({ id }) => id));
  let last: { readonly signs: string; readonly catalogue: Catalogue } | undefined;
  const read = async (): Promise<Catalogue> => {
    const own = await userClients(places, taken, clientsFolder);
    const settled = await settledClients([...catalogue, ...own.clients], places, settings);
    return { clients: settled.clients, faults: own.faults, placeFaults: settled.faults };
  };
  return {
    catalogue: async () => {
      const signs = signsOf(places, clientsFolder);
      if (last?.signs !== signs) last = { signs, catalogue: await read() };
      return last.catalogue;
    },
    policy: (flags, client) =>
      policyFiles(places, { settings, flags, client, distrusts, isOwn: (id) => !taken.has(id) }),
    lock: async (client, request) => lockIn(places, client, request),
    record: (receipt) => record(places, receipt),
    newId: () => crypto.randomUUID(),
    audit: auditLogs(places),
    digestOf: async (policy) => (await import('./policy-digest.ts')).policyDigest(policy),
    heldIcons: heldIconsIn(places.ourState),
  };
}

/** Changes when a file that the catalogue is read from comes, goes or is written. */
function signsOf(places: Places, clientsFolder: string | undefined): string {
  const { ourConfig, ourManaged } = places;
  const folders = [path.join(ourConfig, 'clients'), clientsFolder];
  const files = [ourConfig, ourManaged].flatMap((folder) =>
    folder === undefined ? [] : ['places.json', 'policy.json'].map((one) => path.join(folder, one)),
  );
  return [...folders.flatMap(signsIn), ...[...files, placesFile(places)].map(signOf)].join('\n');
}

function signsIn(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  try {
    const names = readdirSync(folder).sort();
    return names.map((name) => `${name} ${signOf(path.join(folder, name))}`);
  } catch (error) {
    return [codeOf(error)]; // No folder is the usual case; what else is wrong is told when it is read.
  }
}

function signOf(file: string): string {
  try {
    const { mtimeMs, ino, size } = statSync(file);
    return `${mtimeMs} ${ino} ${size}`;
  } catch (error) {
    return codeOf(error);
  }
}
