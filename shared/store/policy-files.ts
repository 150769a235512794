import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from '../core/model.ts';
import type { Places } from '../core/paths.ts';
import {
  mergedPolicy,
  type PolicyFile,
  type PolicyOrigin,
  type PolicyPart,
} from '../core/policy.ts';
import { readJson, type FileFault } from './json-file.ts';

/** A policy and where it comes from; with a fault nobody knows what is allowed. */
export interface FoundPolicy {
  readonly policy: Policy;
  readonly origin: PolicyOrigin;
  /** The files that were read, the strongest first. */
  readonly files: readonly string[];
  readonly faults: readonly FileFault[];
}

/**
 * One policy of the administrator's file, the person's own, what the person asks for now and the settings of a
 * launcher; none is a policy too.
 */
export async function policyFiles(
  places: Places,
  settings: PolicyFile = {},
  flags: PolicyFile = {},
): Promise<FoundPolicy> {
  const parts: PolicyPart[] = [
    { source: 'flag', says: flags },
    { source: 'launcher', says: settings },
  ];
  const files: string[] = [];
  const faults: FileFault[] = [];
  for (const [source, folder] of [
    ['managed', places.ourManaged],
    ['user', places.ourConfig],
  ] as const) {
    const file = folder === undefined ? undefined : path.join(folder, 'policy.json');
    if (file === undefined || !isThere(file)) continue;
    const { policyOf, policySchema } = await import('../schema/policy.ts');
    const read = await readJson(file, async () => policySchema);
    files.push(file);
    if ('faults' in read) faults.push(...read.faults);
    else parts.push({ source, file, says: policyOf(read.value) });
  }
  return { ...mergedPolicy(parts), files, faults };
}

/** Also a dead link, or a folder that we may not look into: then it is read, and the reason told. */
const isThere = (file: string): boolean => {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return existsSync(path.dirname(file));
  }
};
