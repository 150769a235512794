import * as z from 'zod/mini';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

/** What `device --json` prints. */
export const deviceSchema = z.object({
  schema: z.literal('clean-exit/device/1'),
  device: about(z.string(), 'the fingerprint of this computer'),
  policy: about(z.string(), 'the digest of the policy that is in force'),
});

export type PrintedDevice = Plain<z.infer<typeof deviceSchema>>;
