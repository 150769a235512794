import type { Refusal } from '../core/model.ts';
import type { Receipt } from '../core/receipt.ts';

/** A refusal as a receipt says it; `next` is what a person can do. */
export const refusalLine = (
  { code, subject, detail }: Refusal,
  next: string,
): Receipt['refusals'][number] => ({
  code,
  subject: detail ? `${subject} (${detail})` : subject,
  next,
});
