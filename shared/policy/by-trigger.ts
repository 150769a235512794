import { DEEDS, type Deed, type DemandTable, type ProofKind } from '../core/proof.ts';
import { TRIGGERS, type Trigger } from '../core/trigger.ts';
import type { DemandRows } from './demand-rows.ts';

/** What a list alone means: every trigger; of what runs unattended the person alone, because nobody else is there. */
const triggersOf = (deed: Deed): readonly Trigger[] =>
  deed === 'exit' || deed === 'wipe' ? ['person'] : TRIGGERS;

/** The rows of a file as one table by deed and trigger; a list is the same as its proofs for each trigger. */
export const byTrigger = (rows: DemandRows): DemandTable =>
  Object.fromEntries(
    DEEDS.flatMap((deed) => {
      const row = rows[deed];
      return row === undefined ? [] : [[deed, Array.isArray(row) ? listOf(deed, row) : said(row)]];
    }),
  );

const listOf = (deed: Deed, proofs: readonly ProofKind[]) =>
  Object.fromEntries(triggersOf(deed).map((trigger) => [trigger, proofs]));

/** Without the triggers that are not said. */
const said = (row: Readonly<Partial<Record<Trigger, readonly ProofKind[] | undefined>>>) =>
  Object.fromEntries(Object.entries(row).filter(([, proofs]) => proofs !== undefined));
