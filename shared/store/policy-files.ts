import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from '../core/model.ts';
import type { Places } from '../core/paths.ts';
import { mergedPolicy, type PolicyFile } from '../core/policy.ts';
import { readJson, type FileFault } from './json-file.ts';

/** A policy and where it comes from; with a fault nobody knows what is allowed. */
export interface FoundPolicy {
  readonly policy: Policy;
  /** The files that were read, the strongest first. */
  readonly files: readonly string[];
  readonly faults: readonly FileFault[];
}

/**
 * The policy of the administrator, then what the person asks for now, then the person's own file, then the
 * settings of a launcher; none is a policy too.
 */
export async function policyFiles(
  places: Places,
  settings: PolicyFile = {},
  flags: PolicyFile = {},
): Promise<FoundPolicy> {
  const managed: PolicyFile[] = [];
  const own: PolicyFile[] = [];
  const files: string[] = [];
  const faults: FileFault[] = [];
  for (const folder of [places.ourManaged, places.ourConfig]) {
    const file = folder === undefined ? undefined : path.join(folder, 'policy.json');
    if (file === undefined || !isThere(file)) continue;
    const read = await readJson(
      file,
      async () => (await import('../schema/policy.ts')).policySchema,
    );
    files.push(file);
    if ('faults' in read) faults.push(...read.faults);
    else
      (folder === places.ourManaged ? managed : own).push(
        (await import('../schema/policy.ts')).policyOf(read.value),
      );
  }
  return { policy: mergedPolicy([...managed, flags, ...own, settings]), files, faults };
}

/** Also a dead link, or a folder that we may not look into: then it is read, and the reason told. */
const isThere = (file: string): boolean => {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return existsSync(path.dirname(file));
  }
};
