import * as z from 'zod/mini';
import { clientSchema } from '../../schema/client.ts';
import { placesSchema } from '../../schema/places.ts';
import { policySchema } from '../../schema/policy.ts';
import { receipt1Schema } from '../../schema/receipt-1.ts';
import { receiptSchema } from '../../schema/receipt.ts';
import { statusSchema } from '../../schema/status.ts';
import type { Context, ExitCode } from '../context.ts';

/** What we print (receipt, status), what older versions kept (receipt-1), and what we read (client, policy, places). */
const PUBLISHED = {
  receipt: [receiptSchema, 'output'],
  'receipt-1': [receipt1Schema, 'output'],
  status: [statusSchema, 'output'],
  client: [clientSchema, 'input'],
  policy: [policySchema, 'input'],
  places: [placesSchema, 'input'],
} as const;

/** One of our formats as JSON Schema. */
export function showSchema(context: Context, which: keyof typeof PUBLISHED): ExitCode {
  const [schema, io] = PUBLISHED[which];
  const published = z.toJSONSchema(schema, { io });
  if (context.json) context.screen.json(published);
  else
    for (const line of JSON.stringify(published, null, 2).split('\n'))
      context.screen.verbatim(line);
  return 0;
}
