import { asError } from '@shared/core/as-error.ts';
import type { StateFaultLine } from '@shared/core/state-fault.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import { explainWhy } from '@shared/words/explain-why.ts';
import { stateFaultInWords } from '@shared/words/state-fault-in-words.ts';

/** A code of the system in brackets, or before what Node says of it. */
const CODES = / \((?:E[A-Z]{3,}|[A-Z]\w*_\w+)\)|\bE[A-Z]{3,}: /g;

/** What a person reads instead of a code: its words, else what the machine said, else that nobody knows. */
export function whyWords({
  code,
  detail,
}: {
  readonly code: string;
  readonly detail?: string;
}): string {
  if (Object.hasOwn(en.why, code))
    return explainWhy({ code, ...(detail === undefined ? {} : { detail }) }, en);
  return detail ?? 'for a reason that this version does not know';
}

/** What was thrown, in words: a fault of a file by what the system says of it, and where. */
export function errorWords(error: unknown): string {
  const { message, code, path } = asError(error) as NodeJS.ErrnoException;
  if (code !== undefined && path !== undefined && Object.hasOwn(en.why, code))
    return `${path}: ${explainWhy({ code }, en)}`;
  return message.replaceAll(CODES, '');
}

/** What is the matter with a file or folder of ours. */
export const stateFaultWords = (fault: StateFaultLine): string =>
  stateFaultInWords(fault, en).replaceAll(CODES, '');
