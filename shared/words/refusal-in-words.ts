import type { RefusalCode } from '../core/model.ts';
import type { Words } from './en.ts';

/** Why something was not done, and what to do next; a code of a later version stands for itself. */
export const refusalInWords = (
  code: RefusalCode,
  { refusal }: Pick<Words, 'refusal'>,
): { readonly what: string; readonly next: string } =>
  Object.hasOwn(refusal, code) ? refusal[code] : { what: code, next: '' };
