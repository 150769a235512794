import * as z from 'zod/mini';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

/** What every command prints with --json where it ends with exit code 2. */
export const errorSchema = z.object({
  schema: z.literal('clean-exit/error/1'),
  message: about(z.string(), 'for people, in their language'),
  next: about(z.string(), 'what to do; empty where nothing is known'),
});

export type PrintedError = Plain<z.infer<typeof errorSchema>>;
