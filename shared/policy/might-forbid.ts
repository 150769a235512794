import type { ClientId } from '../core/model.ts';
import type { PolicyFile } from '../core/policy.ts';
import { DEEDS, type Deed } from '../core/proof.ts';

/** What a place of a file that cannot be understood might have forbidden. */
export interface MightForbid {
  /** It is taken as if it said this. */
  readonly says: PolicyFile;
  /** What is refused until the file is mended. */
  readonly refuses: readonly Deed[];
  /** Where only this client is meant. */
  readonly client?: ClientId;
}

const REMOVING = ['purge', 'reset', 'restore', 'wipe'] as const;

/**
 * No policy forbids a safe exit or a hide: of a file that says nothing readable they are not refused. They are recorded
 * in the audit log where it can be written.
 */
const EVERYTHING: MightForbid = {
  says: { hold: true, force: 'never', doubts: 'strict', audit: 'on' },
  refuses: ['force', ...REMOVING, 'postpone'],
};

const NOTHING: MightForbid = { says: {}, refuses: [] };

/** By field; a field that is not here, or has a name that nobody knows, might be any. */
const FIELDS: Readonly<Record<string, MightForbid>> = {
  hold: { says: { hold: true }, refuses: REMOVING },
  force: { says: { force: 'never' }, refuses: ['force'] },
  doubts: { says: { doubts: 'strict' }, refuses: [] },
  secondLook: { says: { secondLook: true }, refuses: [] },
  wipe: { says: { wipe: [] }, refuses: ['wipe'] },
  audit: { says: { audit: 'required' }, refuses: [] },
  ...{ times: NOTHING, when: NOTHING, keep: NOTHING, log: NOTHING, evidence: NOTHING },
  ...{ timeoutMs: NOTHING, graceMs: NOTHING, settleMs: NOTHING, purgeSettleMs: NOTHING },
};

/** What the place of a fault might have forbidden. */
export function mightForbid(path: readonly string[]): MightForbid {
  const [field, ...below] = path;
  if (field === undefined) return EVERYTHING;
  if (field === 'clients') {
    const [client, ...inner] = below;
    return client === undefined ? EVERYTHING : { ...mightForbid(inner), client };
  }
  if (field === 'demand') {
    return demandOf(DEEDS.find((one) => one === below[0]));
  }
  return Object.hasOwn(FIELDS, field) ? (FIELDS[field] ?? EVERYTHING) : EVERYTHING;
}

/** A proof that might be demanded: what ends by force or removes as a part of another request is left out as well. */
function demandOf(deed: Deed | undefined): MightForbid {
  const force = deed === undefined || deed === 'force' ? ({ force: 'never' } as const) : {};
  const isOfWipe = deed === undefined || deed === 'purge' || deed === 'wipe';
  const refuses = deed === undefined ? DEEDS : [deed];
  return {
    says: { ...force, ...(isOfWipe ? { wipe: [] } : {}) },
    refuses: isOfWipe || deed === 'exit' ? [...new Set([...refuses, 'wipe' as const])] : refuses,
  };
}
