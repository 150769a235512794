import type { SaidBy } from '../../core/policy.ts';
import {
  demandGroups,
  demandsOf,
  valuesOf,
  type PolicyDemand,
  type PolicyDemandGroup,
  type PolicyValue,
} from '../../policy/values.ts';
import type { MergedPolicy } from '../../policy/merge.ts';
import type { Words } from '../../words/en.ts';
import { listed } from './listed.ts';
import { wordedValue } from './policy-values.ts';

/** One sentence of a policy, with the field that it is about and who says it. */
export interface PolicySentence {
  readonly field: string;
  readonly text: string;
  readonly saidBy?: SaidBy;
}

type Found = Pick<MergedPolicy, 'policy' | 'origin'> & Partial<Pick<MergedPolicy, 'demandedBy'>>;

/** A policy in plain sentences: what this version does always, the rest where a file says it. */
export function policySentences(found: Found, say: Words): readonly PolicySentence[] {
  const values = valuesOf(found).filter(
    ({ saidBy, isExecuted, value }) =>
      saidBy ||
      (isExecuted && value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
  return [
    ...values.map(({ field, name, value, saidBy, isExecuted }): PolicySentence => {
      const text = explained(field, value, say);
      return {
        field: name,
        text: isExecuted || value === 'off' ? text : say.policy.noted(text, say.policy.notExecuted),
        ...(saidBy ? { saidBy } : {}),
      };
    }),
    ...demandSentences(demandsOf(found), say),
  ];
}

/** One sentence for each deed and what is demanded of it; triggers of which the same is demanded stand together. */
function demandSentences(demands: readonly PolicyDemand[], say: Words): readonly PolicySentence[] {
  if (demands.length === 0) return [{ field: 'demand', text: say.policy.nothingDemanded }];
  return demandGroups(demands).map((group) => {
    const [strongest] = group.proofs;
    return {
      field: `demand.${group.deed}`,
      text: demandedOf(group, say),
      ...(strongest ? { saidBy: withoutProof(strongest) } : {}),
    };
  });
}

/** One sentence for the field, or for this value of it. */
function explained(field: PolicyValue['field'], value: unknown, say: Words): string {
  const sentence = say.policy.explain[field];
  if (field === 'residueHours' && value === 0) return say.policy.residueNone;
  if (typeof sentence === 'function') return sentence(wordedValue(field, value, say));
  return (sentence as Readonly<Record<string, string>>)[String(value)] ?? '';
}

function demandedOf({ deed, proofs, triggers, isOfAll }: PolicyDemandGroup, words: Words): string {
  const { policy: say } = words;
  const named = proofs.map(({ proof }) => say.proof[proof]);
  const wanted = listed(named, words);
  if (isOfAll) return say.demandedAlways(say.deed[deed], wanted);
  const who = triggers.map((one) => say.trigger[one]);
  return say.demanded(say.deed[deed], listed(who, words, 'or'), wanted);
}

const withoutProof = ({ source, file, client }: SaidBy): SaidBy => ({
  source,
  ...(file === undefined ? {} : { file }),
  ...(client === undefined ? {} : { client }),
});
