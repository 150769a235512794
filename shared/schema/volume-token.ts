import * as z from 'zod/mini';
import type { VolumeToken } from '../core/volume-token.ts';
import type { Same } from './same.ts';
import { about } from './words.ts';

const time = z.string().check(z.refine((one) => !Number.isNaN(Date.parse(one)), 'a time'));

/** The token on a stick; `clean-exit schema volume-token` prints it as JSON Schema. */
export const volumeTokenSchema = z.strictObject({
  schema: z.literal('clean-exit/volume-token/1'),
  volume: about(z.string().check(z.minLength(1)), 'what the file system of the stick is called'),
  principal: about(z.string().check(z.minLength(1)), 'who carries it'),
  issued: time,
  expires: about(time, 'from then on it proves nothing'),
});

export const volumeTokenIsOne: Same<z.infer<typeof volumeTokenSchema>, VolumeToken> = true;
