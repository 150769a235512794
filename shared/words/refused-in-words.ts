import type { RefusalCode } from '../core/model.ts';
import type { ReceiptKind } from '../core/receipt.ts';
import type { Words } from './en.ts';
import { refusalInWords, type RefusedTo } from './refusal-in-words.ts';

/** The same for a request of this kind: what a purge does next is not what a reset does next. */
export function refusedInWords(
  kind: ReceiptKind,
  code: RefusalCode,
  say: Words,
  to: RefusedTo = {},
): { readonly what: string; readonly next: string } {
  const usual = refusalInWords(code, say, to);
  const { refused } = say.reset;
  if (kind !== 'reset' || !Object.hasOwn(refused, code)) return usual;
  const { what, next } = refused[code as keyof typeof refused];
  return { what, next: typeof next === 'string' ? next : next(to.client ?? 'all') };
}
