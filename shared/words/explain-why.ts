import type { Words } from './en.ts';
import type { ReasonWords } from './reason.ts';

/** A reason `code: detail` in words, keeping the detail as the machine said it; an unknown code stands for itself. */
export function explainWhy(why: string, say: Words): string {
  const [code = '', ...rest] = why.split(': ');
  if (!Object.hasOwn(say.why, code)) return why;
  const said: ReasonWords = say.why[code as keyof Words['why']];
  return said(rest.join(': '));
}
