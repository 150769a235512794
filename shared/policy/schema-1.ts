import * as z from 'zod/mini';
import { common, times } from './common-fields.ts';

/** A policy file of version 1, which stays valid. */
export const policy1Schema = z.strictObject({
  $schema: z.optional(z.string()),
  schema: z.literal('clean-exit/policy/1'),
  ...{ ...common, ...times },
});

export type Policy1Document = z.output<typeof policy1Schema>;
