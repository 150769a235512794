import type { RefusalCode } from '../core/model.ts';

/** Whom a refusal is about: the client's id, and the options of its purge (` --tier your-files`). */
export interface RefusedTo {
  readonly client?: string;
  readonly options?: string;
}

type Next = string | ((client: string, options: string) => string);

/** The sentences of a surface; one that carries out no orders has none about them. */
type Refusals = Readonly<
  Partial<Record<RefusalCode, { readonly what: string; readonly next: Next }>>
>;

/** Why something was not done, and what to do next; a code without a sentence, as of a later version, stands for itself. */
export function refusalInWords(
  code: RefusalCode,
  { refusal }: { readonly refusal: Refusals },
  { client = 'all', options = '' }: RefusedTo = {},
): { readonly what: string; readonly next: string } {
  const said = Object.hasOwn(refusal, code) ? refusal[code] : undefined;
  if (!said) return { what: code, next: '' };
  const { what, next } = said;
  return { what, next: typeof next === 'string' ? next : next(client, options) };
}
