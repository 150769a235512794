import type { ClientId } from '../core/model.ts';
import type { PolicyFile } from '../core/policy.ts';
import { byTrigger } from './by-trigger.ts';
import { presets } from './presets/index.ts';
import type { Policy1Document } from './schema-1.ts';
import type { PolicyDocument, PolicyFields } from './schema.ts';

/** What a file says, of every client and of single ones. */
export interface Said {
  readonly says: PolicyFile;
  readonly clients?: Readonly<Record<ClientId, PolicyFile>>;
}

/** What a file of either version says, with its presets; the keys of version 1 are the times of version 2. */
export function saidIn(file: PolicyDocument | Policy1Document): Said {
  if (file.schema === 'clean-exit/policy/1') {
    const says = { ...file, $schema: undefined, schema: undefined };
    return { says: defined(says) };
  }
  const { clients, ...all } = file;
  return {
    says: fileOf(all),
    ...(clients && {
      clients: Object.fromEntries(Object.entries(clients).map(([id, one]) => [id, fileOf(one)])),
    }),
  };
}

/** What a file says itself stands in place of the same field of its preset; of demands and times one by one. */
function fileOf({ preset, ...own }: PolicyFields): PolicyFile {
  const base = preset === undefined ? {} : presets[preset];
  return flat({
    ...base,
    ...own,
    times: { ...base.times, ...own.times },
    keep: { ...base.keep, ...own.keep },
    ...(base.demand || own.demand ? { demand: { ...base.demand, ...own.demand } } : {}),
  });
}

function flat({ times, keep, demand, ...rest }: Omit<PolicyFields, 'preset'>): PolicyFile {
  const { force, hold, when, audit, log, wipe, evidence, doubts, secondLook } = rest;
  return defined({
    ...{ ...times, ...keep },
    ...{ force, hold, when, audit, log, wipe, evidence, doubts, secondLook },
    demand: demand && byTrigger(demand),
  });
}

/** Without what is not said. */
const defined = (says: { readonly [K in keyof PolicyFile]?: unknown }): PolicyFile =>
  Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined));
