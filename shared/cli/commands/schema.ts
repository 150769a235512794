import * as z from 'zod/mini';
import { PUBLISHED } from '../../schema/published.ts';
import type { Context, ExitCode } from '../context.ts';
import type { Published } from '../program/published.ts';

/** One of our formats as JSON Schema. */
export function showSchema(context: Context, which: Published): ExitCode {
  const [schema, io] = PUBLISHED[which];
  const published = z.toJSONSchema(schema, { io });
  if (context.json) context.screen.json(published);
  else
    for (const line of JSON.stringify(published, null, 2).split('\n'))
      context.screen.verbatim(line);
  return 0;
}
