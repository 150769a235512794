import type { Policy } from '../core/model.ts';
import type { SaidBy } from '../core/policy.ts';
import { DEEDS, type Deed } from '../core/proof.ts';
import { TRIGGERS, type Trigger } from '../core/trigger.ts';
import type { DemandedBy } from './demanded-by.ts';
import type { MergedPolicy } from './merge.ts';

/** A field: its name in a file of version 2, and whether this version of Clean Exit does what it says. */
interface Field {
  readonly name: string;
  readonly isExecuted: boolean;
}

/** By field of a policy; a new field without a row does not compile. */
export const FIELDS: Readonly<Record<keyof Policy, Field>> = {
  timeoutMs: { name: 'times.timeoutMs', isExecuted: true },
  graceMs: { name: 'times.graceMs', isExecuted: true },
  settleMs: { name: 'times.settleMs', isExecuted: true },
  purgeSettleMs: { name: 'times.purgeSettleMs', isExecuted: true },
  hold: { name: 'hold', isExecuted: true },
  force: { name: 'force', isExecuted: true },
  doubts: { name: 'doubts', isExecuted: true },
  secondLook: { name: 'secondLook', isExecuted: true },
  demand: { name: 'demand', isExecuted: true },
  wipe: { name: 'wipe', isExecuted: true },
  when: { name: 'when', isExecuted: false },
  residueHours: { name: 'keep.residueHours', isExecuted: false },
  logDays: { name: 'keep.logDays', isExecuted: true },
  audit: { name: 'audit', isExecuted: true },
  log: { name: 'log', isExecuted: true },
  evidence: { name: 'evidence', isExecuted: true },
};

/** What a policy says where no source says anything. */
const UNSAID: Partial<Policy> = {
  doubts: 'usual',
  secondLook: false,
  wipe: [],
  when: [],
  audit: 'off',
  evidence: 'off',
};

/** One value and who says it; nobody where it is the usual one. */
export interface PolicyValue {
  readonly field: Exclude<keyof Policy, 'demand'>;
  readonly name: string;
  readonly isExecuted: boolean;
  /** Absent where nothing is said and there is no usual value. */
  readonly value?: unknown;
  readonly saidBy?: SaidBy;
}

/** Every value of a policy but its demands, with its source. */
export const valuesOf = ({ policy, origin }: Pick<MergedPolicy, 'policy' | 'origin'>) =>
  (Object.keys(FIELDS) as (keyof Policy)[])
    .filter((field) => field !== 'demand')
    .map((field): PolicyValue => {
      const value = policy[field] ?? UNSAID[field];
      const saidBy = origin[field];
      return {
        ...{ field, ...FIELDS[field] },
        ...(value === undefined ? {} : { value }),
        ...(saidBy ? { saidBy } : {}),
      };
    });

/** What is demanded of one deed by one trigger, each proof with its source. */
export interface PolicyDemand {
  readonly deed: Deed;
  readonly trigger: Trigger;
  readonly proofs: readonly DemandedBy[];
}

/** The demands of one deed; triggers of which the same is demanded by the same sources stand together. */
export function demandGroups(demands: readonly PolicyDemand[]): readonly PolicyDemandGroup[] {
  const groups = new Map<string, PolicyDemand[]>();
  for (const one of demands) {
    const key = JSON.stringify([one.deed, one.proofs]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const triggers = group.map(({ trigger }) => trigger);
    const isOfAll = triggers.length === TRIGGERS.length;
    return first ? [{ ...first, triggers, isOfAll }] : [];
  });
}

/** What is demanded of one deed alike. */
export interface PolicyDemandGroup extends PolicyDemand {
  readonly triggers: readonly Trigger[];
  /** The same for every trigger. */
  readonly isOfAll: boolean;
}

/** Every cell in which a proof is demanded. */
export const demandsOf = ({ demandedBy = {} }: Partial<Pick<MergedPolicy, 'demandedBy'>>) =>
  DEEDS.flatMap((deed) =>
    TRIGGERS.flatMap((trigger): readonly PolicyDemand[] => {
      const proofs = demandedBy[deed]?.[trigger] ?? [];
      return proofs.length === 0 ? [] : [{ deed, trigger, proofs }];
    }),
  );
