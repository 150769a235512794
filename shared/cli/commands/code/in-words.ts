import type { ProofRefusal } from '../../../core/proof.ts';
import { BadEnrolment } from '../../../store/code/enrolment-file.ts';
import { proofRefusalInWords } from '../../../words/proof-refusal-in-words.ts';
import { words } from '../../../words/words.ts';
import { UsageError, type Context } from '../../context.ts';
import { timeIn } from '../../print/proofs.ts';

/** Why no code was taken, and what to do. */
export function refusedLines(
  { lang }: Pick<Context, 'lang'>,
  proof: ProofRefusal,
): readonly string[] {
  const to = { client: 'all', request: 'exit', time: timeIn };
  const { what, next } = proofRefusalInWords(proof, words(lang), to);
  return [what, next];
}

/** What a question to the store came to; an enrolment that cannot be trusted is the person's to put right. */
export async function orUsage<T>({ lang }: Pick<Context, 'lang'>, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof BadEnrolment)) throw error;
    const { what, next } = words(lang).proofs.unavailable.unreadable;
    throw new UsageError(what(error.message), next);
  }
}
