import { explainWhy, words, type Language } from './explain.ts';
import { reasonIn, type SecondLookLine, type StepLine } from './receipt.ts';

/** By what a step was done, or why it was not; empty where there is nothing to say. */
export function stepInWords(step: StepLine, lang: Language): string {
  const { method, label } = step;
  const by =
    method === undefined
      ? ''
      : explainWhy({ code: method, ...(label === undefined ? {} : { detail: label }) }, lang);
  const why = reasonIn(step);
  return [by, why === undefined ? '' : explainWhy(why, lang)].filter(Boolean).join(': ');
}

const SAID = { agrees: 'done', disagrees: 'failed', missing: 'skipped' } as const;

/** What a second observer said, in one line. */
export function secondLookInWords(line: SecondLookLine, lang: Language): string {
  const { check, outcome } = words(lang);
  const why = reasonIn(line);
  const said = `${check.observer.what}: ${outcome[SAID[line.outcome]]}`;
  return why === undefined ? said : `${said}, ${explainWhy(why, lang)}`;
}
