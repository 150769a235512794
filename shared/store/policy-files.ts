import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import type { Distrust } from '../core/distrust.ts';
import type { ClientId } from '../core/model.ts';
import type { Places } from '../core/paths.ts';
import type { PolicyFile } from '../core/policy.ts';
import type { Deed } from '../core/proof.ts';
import { mergedPolicy, type MergedPolicy, type PolicyPart } from '../policy/merge.ts';
import { withThoseOfOthers } from '../policy/those-of-others.ts';
import { faultOf, jsonIn, type FileFault } from './json-file.ts';

/** A fault of a policy file, with what it might have forbidden. */
export interface PolicyFileFault extends FileFault {
  /** What is refused until it is mended; everything where absent. */
  readonly refuses?: readonly Deed[] | undefined;
  /** Where it is in what the file says of one client. */
  readonly client?: ClientId;
}

/** A policy and where it comes from. What cannot be understood counts as if it forbade all that it might. */
export interface FoundPolicy extends Omit<MergedPolicy, 'demandedBy'> {
  /** Who demands what; absent where nothing is demanded. */
  readonly demandedBy?: MergedPolicy['demandedBy'];
  /** The files that were read, the strongest first. */
  readonly files: readonly string[];
  readonly faults: readonly PolicyFileFault[];
  /** Files at the administrator's place that somebody else may have written: they count as the person's own. */
  readonly untrusted?: readonly UntrustedFile[];
  /** The same for one client; absent where no file says anything of single clients. */
  readonly of?: (client: ClientId) => MergedPolicy;
}

export interface UntrustedFile {
  readonly file: string;
  readonly distrust: Distrust;
}

/** What a policy is asked with. */
export interface PolicyAsk {
  /** What the settings of a launcher say: the weakest source. */
  readonly settings?: PolicyFile | undefined;
  /** What the person asks for with this request. */
  readonly flags?: PolicyFile | undefined;
  /** Who could have written a file; by owner and mode where absent. */
  readonly distrusts?: ((file: string) => Promise<Distrust | undefined>) | undefined;
  /** Stands in place of the administrator's file, to try it; it counts as trusted. */
  readonly asManaged?: string | undefined;
  /** For this client; without one, what holds for all. */
  readonly client?: ClientId | undefined;
  /** Whether a client is one that the person described; none is where absent. */
  readonly isOwn?: ((client: ClientId) => boolean) | undefined;
}

/**
 * One policy of the administrator's file, the person's own, what the person asks for now and the settings of a
 * launcher; none is a policy too.
 */
export async function policyFiles(
  places: Places,
  {
    settings = {},
    flags = {},
    client,
    distrusts = byMode,
    asManaged,
    isOwn = () => false,
  }: PolicyAsk = {},
): Promise<FoundPolicy> {
  const parts: PolicyPart[] = [
    { source: 'flag', says: flags },
    { source: 'launcher', says: settings },
  ];
  const files: string[] = [];
  const faults: PolicyFileFault[] = [];
  const untrusted: UntrustedFile[] = [];
  for (const [source, folder] of [
    ['managed', places.ourManaged],
    ['user', places.ourConfig],
  ] as const) {
    const isTried = source === 'managed' && asManaged !== undefined;
    const usual = folder === undefined ? undefined : path.join(folder, 'policy.json');
    const file = isTried ? asManaged : usual;
    if (file === undefined || (!isTried && !isThere(file))) continue;
    const distrust = source === 'managed' && !isTried ? await distrusts(file) : undefined;
    const read = await readPolicyFile(file);
    files.push(file);
    if (distrust) {
      untrusted.push({ file, distrust });
      parts.push({ source: 'user', file, ...read.said, untrusted: true });
    } else parts.push({ source, file, ...read.said });
    // A person can mend their own file at once: until then nothing is done.
    faults.push(...(source === 'user' ? read.faults.map(refusingAll) : read.faults));
  }
  const hasClients = parts.some(({ clients }) => clients !== undefined);
  const mergedFor = (one?: ClientId): MergedPolicy =>
    mergedPolicy(one !== undefined && isOwn(one) ? withThoseOfOthers(parts) : parts, one);
  return {
    ...mergedFor(client),
    ...{ files, faults },
    ...(untrusted.length > 0 ? { untrusted } : {}),
    ...(hasClients ? { of: mergedFor } : {}),
  };
}

/** What one policy file says, and what is wrong with it. Never throws. */
export async function readPolicyFile(file: string) {
  const { readPolicy, UNREADABLE } = await import('../policy/read.ts');
  const { mightForbid } = await import('../policy/might-forbid.ts');
  const read = jsonIn(file);
  if ('faults' in read) {
    const { refuses } = mightForbid([]);
    return { said: UNREADABLE, faults: read.faults.map((one) => ({ ...one, refuses })) };
  }
  const { said, issues } = readPolicy(read.value);
  const faults = issues.map(({ might: { refuses, client }, ...issue }): PolicyFileFault => ({
    ...faultOf(file, issue, read.value),
    refuses,
    ...(client === undefined ? {} : { client }),
  }));
  return { said, faults };
}

const byMode = async (file: string): Promise<Distrust | undefined> =>
  (await import('../machine/files/distrust.ts')).distrustOf(file);

const refusingAll = (fault: PolicyFileFault): PolicyFileFault => ({ ...fault, refuses: undefined });

/** Also a dead link, or a folder that we may not look into: then it is read, and the reason told. */
const isThere = (file: string): boolean => {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return existsSync(path.dirname(file));
  }
};
