import { reasonIn, type SecondLookLine, type StepLine } from '../core/receipt.ts';
import type { UsedMethod } from '../core/model.ts';
import type { SurfaceWords as Words } from './surface-en.ts';
import { explainWhy } from './explain-why.ts';

/** By what a step was done, or why it was not; empty where there is nothing to say. */
export function stepInWords(step: StepLine, say: Words): string {
  const { method, label } = step;
  const by = method === undefined ? '' : methodInWords(method, label, say);
  const why = reasonIn(step);
  return [by, why === undefined ? '' : explainWhy(why, say)].filter(Boolean).join(': ');
}

/** A way of a later version stands for itself. */
const methodInWords = (method: UsedMethod, label: string | undefined, say: Words): string =>
  Object.hasOwn(say.method, method)
    ? say.method[method](label)
    : [method, label].filter(Boolean).join(' ');

const OUTCOME = { agrees: 'done', disagrees: 'failed', missing: 'skipped' } as const;

/** What a second observer said, in one line. */
export function secondLookInWords(line: SecondLookLine, say: Words): string {
  const why = reasonIn(line);
  const said = `${say.check.observer.what}: ${say.outcome[OUTCOME[line.outcome]]}`;
  return why === undefined ? said : `${said}, ${explainWhy(why, say)}`;
}
