import type { RefusalCode } from '../core/model.ts';
import type { Words } from './en.ts';

/** Whom a refusal is about: the client's id, and the options of its purge (` --tier your-files`). */
export interface RefusedTo {
  readonly client?: string;
  readonly options?: string;
}

/** Why something was not done, and what to do next; a code of a later version stands for itself. */
export function refusalInWords(
  code: RefusalCode,
  { refusal }: Pick<Words, 'refusal'>,
  { client = 'all', options = '' }: RefusedTo = {},
): { readonly what: string; readonly next: string } {
  if (!Object.hasOwn(refusal, code)) return { what: code, next: '' };
  const { what, next } = refusal[code];
  return { what, next: typeof next === 'string' ? next : next(client, options) };
}
