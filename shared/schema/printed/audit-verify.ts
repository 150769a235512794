import * as z from 'zod/mini';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

const count = z.number();

/** What `audit verify --json` prints. */
export const auditVerifySchema = z.object({
  schema: z.literal('clean-exit/audit-verify/1'),
  intact: about(z.boolean(), 'no bad line, no bad checkpoint, and nothing that has to be accepted'),
  trusted: about(z.boolean(), 'a key that was named signed it; else it is consistent with itself'),
  tail: about(
    z.enum(['complete', 'unknown', 'cut']),
    'complete: up to the newest checkpoint; unknown: there is no checkpoint',
  ),
  chain: z.optional(about(z.string(), 'the UUID of the log')),
  origin: z.optional(about(z.string(), 'the name of the log in its checkpoints')),
  algorithm: z.optional(about(z.string(), 'SHA-256 or SM3')),
  first: about(count, 'the number of the first line; above 0 where lines were pruned'),
  lines: about(count, 'how many good lines there are'),
  signatures: about(count, 'how many signatures of lines were checked'),
  root: z.optional(about(z.string(), 'the root of the tree over all good lines, Base64')),
  fault: z.optional(
    z.object({
      code: about(z.string(), 'what is wrong with the first bad line'),
      file: z.string(),
      line: about(count, 'its place in the file, from 1'),
      sequence: about(count, 'its number in the log, from 0'),
      says: z.optional(about(count, 'the number that it says itself')),
    }),
  ),
  warnings: z.array(
    z.object({
      code: about(z.string(), 'key-replaced, key-unused, lines-missing or other-key'),
      sequence: z.optional(count),
      key: z.optional(z.string()),
      first: z.optional(count),
      known: z.optional(count),
    }),
  ),
  keys: z.array(
    z.object({
      key: about(z.string(), 'a vkey of C2SP signed-note'),
      from: about(count, 'the first line that it may sign'),
      how: z.enum(['began', 'rotated', 'replaced']),
      lines: about(count, 'how many lines it signed'),
    }),
  ),
  checkpoints: z.array(
    z.object({
      name: z.string(),
      code: about(z.string(), 'ok, cut, rewritten, forged, unknown-key, other-log and others'),
      size: z.optional(count),
      by: z.optional(z.string()),
    }),
  ),
  received: z.optional(
    z.object({
      copies: about(count, 'entries of a receiver that are there more than once'),
      others: about(count, 'lines without an entry or a checkpoint'),
    }),
  ),
  intents: about(count, 'how many requests there are'),
  interrupted: z.array(
    z.object({
      sequence: count,
      time: count,
      request: z.optional(z.string()),
      client: z.optional(z.string()),
      isRecorded: about(z.boolean(), 'its outcome says so; else it has no outcome'),
    }),
  ),
});

/** What `audit verify --proof --json` prints. */
export const auditProofSchema = z.object({
  schema: z.literal('clean-exit/audit-proof/1'),
  code: about(z.string(), 'ok, or what is wrong with the proof'),
  index: z.optional(about(count, 'the number of the line, from 0')),
  size: z.optional(about(count, 'how many lines the checkpoint covers')),
  origin: z.optional(z.string()),
  fingerprint: z.optional(z.string()),
  file: z.optional(about(z.string(), 'where the proof was written')),
});

export type PrintedAuditVerify = Plain<z.infer<typeof auditVerifySchema>>;
export type PrintedAuditProof = Plain<z.infer<typeof auditProofSchema>>;
