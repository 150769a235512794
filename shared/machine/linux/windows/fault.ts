import { asError } from '../../../core/as-error.ts';
import type { Why } from '../../../core/known.ts';

/** Why the screen did not answer. */
export class DisplayFault extends Error {
  readonly code: Why['code'];
  constructor(code: Why['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** The reason of any error, told as a fact that is not known. */
export const whyOf = (error: unknown): { code: Why['code']; detail: string } => ({
  code: error instanceof DisplayFault ? error.code : 'failed',
  detail: asError(error).message,
});

/** Nobody listens at the name of the screen any more: what was there has ended. */
export const isDead = (error: unknown): boolean =>
  error instanceof DisplayFault && /\b(?:ECONNREFUSED|ENOENT)\b/.test(error.message);
