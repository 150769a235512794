import type * as z from 'zod/mini';
import type { Receipt } from '../core/receipt.ts';
import { receiptSchema } from './receipt.ts';

/** Where a later version with the same schema may write a code that this one does not know. */
const OPEN: readonly unknown[] = ['why', 'bytesWhy', 'method', 'code', 'by', 'trigger'];

/**
 * Whether this line is a receipt of version 2, also of a later Clean Exit: its fields stay, and a code that nobody
 * knows here is shown as it is. What we write ourselves is held to `receiptSchema`.
 */
export function isReceipt(line: unknown): line is Receipt {
  const read = receiptSchema.safeParse(line, { reportInput: true });
  return read.success || read.error.issues.every(isLaterCode);
}

const isLaterCode = ({ code, path, input }: z.core.$ZodIssue): boolean =>
  code === 'invalid_value' && OPEN.includes(path.at(-1)) && typeof input === 'string';
