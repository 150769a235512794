import * as z from 'zod/mini';
import { PUBLISHED } from '../../schema/published.ts';
import type { Context, ExitCode } from '../context.ts';
import type { Published } from '../program/published.ts';

/** One of our formats as JSON Schema. */
export function showSchema(context: Context, which: Published): ExitCode {
  const [schema, io] = PUBLISHED[which];
  const text = JSON.stringify(z.toJSONSchema(schema, { io }), null, context.json ? 0 : 2);
  for (const line of text.split('\n')) context.screen.verbatim(line);
  return 0;
}
