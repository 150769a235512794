import type { Language } from '../../core/language.ts';
import { stepInWords } from '../../words/step-in-words.ts';
import { words } from '../../words/words.ts';
import type { Tier } from '../../core/model.ts';
import type { StepLine } from '../../core/receipt.ts';
import { seconds } from './seconds.ts';

/** `asked practice (812): tray menu “Quit” · waited 0.2 s · ended PracticeAppEx (813)`. */
export function summary(steps: readonly StepLine[], lang: Language): readonly string[] {
  const say = words(lang);
  const parts: string[] = [];
  let waited = 0;
  const rest = (): void => {
    if (waited > 0) parts.push(say.did.wait(say.receipt.elapsed(seconds(waited))));
    waited = 0;
  };
  for (const step of steps) {
    // What was not done is no deed; that it was called off is said by the next line.
    if (step.outcome === 'skipped') continue;
    if (step.kind === 'wait' || step.kind === 'settle') {
      waited += step.ms;
      continue;
    }
    rest();
    const words_ = step.outcome === 'failed' ? say.didNot : say.did;
    const what = words_[step.kind](subjectIn(step, lang));
    parts.push([what, stepInWords(step, say)].filter(Boolean).join(say.receipt.colon));
  }
  rest();
  return parts;
}

/** Tiers have words of their own; anything else is called as the machine calls it. */
export const subjectIn = (step: StepLine, lang: Language): string =>
  step.subject === 'helper' || step.subject === 'root'
    ? words(lang).role[step.subject]
    : step.kind === 'remove'
      ? step.subject
          .split(', ')
          .map((tier) => (tier in words(lang).tier ? words(lang).tier[tier as Tier] : tier))
          .join(', ')
      : step.subject;
