import { z } from 'zod';
import { clientSchema } from '../../schema/client.ts';
import { receiptSchema } from '../../schema/receipt.ts';
import { statusSchema } from '../../schema/status.ts';
import type { Context, ExitCode } from '../context.ts';

/** JSON Schema of what we print (receipt, status) and of what we read (client). */
export function showSchema(context: Context, which: 'receipt' | 'status' | 'client'): ExitCode {
  const schema =
    which === 'receipt'
      ? z.toJSONSchema(receiptSchema)
      : which === 'status'
        ? z.toJSONSchema(statusSchema)
        : z.toJSONSchema(clientSchema, { io: 'input' });
  context.screen.say(JSON.stringify(schema, null, context.json ? 0 : 2));
  return 0;
}
