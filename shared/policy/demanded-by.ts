import type { PolicyFile, SaidBy } from '../core/policy.ts';
import type { Deed, ProofKind } from '../core/proof.ts';
import { TRIGGERS, type Trigger } from '../core/trigger.ts';

/** One proof that a source demands. */
export interface DemandedBy extends SaidBy {
  readonly proof: ProofKind;
}

/** Who demands what: each proof with the strongest source that wants it. */
export type DemandOrigin = Partial<Record<Deed, Partial<Record<Trigger, readonly DemandedBy[]>>>>;

/** Who demands what, of sources that come strongest first. */
export function demandedBy<P extends { readonly says: PolicyFile }>(
  ranked: readonly P[],
  saidBy: (part: P) => SaidBy,
): DemandOrigin {
  const rows: Partial<Record<Deed, Partial<Record<Trigger, DemandedBy[]>>>> = {};
  for (const part of ranked)
    for (const [deed, row] of Object.entries(part.says.demand ?? {}) as [Deed, Row][])
      for (const trigger of TRIGGERS)
        for (const proof of row[trigger] ?? []) {
          const cell = ((rows[deed] ??= {})[trigger] ??= []);
          if (!cell.some((one) => one.proof === proof)) cell.push({ proof, ...saidBy(part) });
        }
  return rows;
}

type Row = Readonly<Partial<Record<Trigger, readonly ProofKind[]>>>;
