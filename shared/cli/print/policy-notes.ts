import { visible } from '../../core/visible.ts';
import { DEEDS, type Deed } from '../../core/proof.ts';
import type { FoundPolicy, UntrustedFile } from '../../store/policy-files.ts';
import { fileFaultInWords } from '../../words/file-fault-in-words.ts';
import { listed } from './listed.ts';
import type { Words } from '../../words/en.ts';

/** One line for each policy file that does not count as it stands: broken, or not the administrator's alone. */
export function policyNotes(
  { faults, untrusted = [] }: Pick<FoundPolicy, 'faults' | 'untrusted'>,
  say: Words,
): readonly string[] {
  const { policy } = say;
  return [
    ...faults.map((fault) => {
      const { refuses = DEEDS } = fault;
      const said = fileFaultInWords(fault, say);
      return refuses.length === 0 ? said : policy.broken(said, inWords(refuses, say));
    }),
    ...untrusted.map((one) => untrustedInWords(one, say)),
  ];
}

/** Why a file at the administrator's place counts as the person's own. */
export const untrustedInWords = (
  { file, distrust: { code, path, owner = '' } }: UntrustedFile,
  { policy }: Words,
): string => policy.untrusted(visible(file), policy.distrust[code](visible(path), owner));

const inWords = (deeds: readonly Deed[], say: Words): string =>
  listed(
    deeds.map((deed) => say.policy.deed[deed]),
    say,
  );
