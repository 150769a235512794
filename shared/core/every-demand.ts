import { PROOF_KINDS, type Deed, type DemandTable, type ProofKind } from './proof.ts';
import { TRIGGERS, type Trigger } from './trigger.ts';

/** What any of these tables demands: no table takes back what another one wants. */
export function everyDemandOf(tables: readonly DemandTable[]): DemandTable {
  const deeds = [...new Set(tables.flatMap((table) => Object.keys(table) as Deed[]))].sort();
  const rows = deeds.map((deed) => {
    const cells = TRIGGERS.flatMap((trigger) => {
      const wanted = new Set(tables.flatMap((table) => table[deed]?.[trigger] ?? []));
      const proofs = PROOF_KINDS.filter((kind) => wanted.has(kind));
      return proofs.length === 0 ? [] : [[trigger, proofs] as const];
    });
    return [deed, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(rows);
}

/** Which proofs a policy demands before this is done by whom; in the order in which they are asked for. */
export const demandedProofs = (
  { demand }: { readonly demand?: DemandTable },
  deed: Deed,
  trigger: Trigger,
): readonly ProofKind[] => demand?.[deed]?.[trigger] ?? [];
