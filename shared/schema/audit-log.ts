import * as z from 'zod/mini';
import { about } from './words.ts';

/** An absolute path of any system. */
const folder = z.string().check(z.regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, 'an absolute path'));

/** A receiver of syslog, or a folder. */
const target = z
  .string()
  .check(
    z.regex(
      /^(syslog\+(tcp|tls):\/\/[^\s/]+:\d{1,5}$|\/|[A-Za-z]:[\\/]|\\\\)/,
      'syslog+tcp://host:port, syslog+tls://host:port or an absolute path',
    ),
  );

/** How the audit log of a computer is written, and where it goes. */
export const auditLogSchema = z.strictObject({
  algorithm: about(
    z.optional(z.enum(['ed25519', 'sm3+sm2'])),
    'how lines are signed; Ed25519 with SHA-256 where absent',
  ),
  checkpointEvery: about(
    z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
    'a checkpoint is signed after so many lines; 100 where absent',
  ),
  checkpoints: about(z.optional(folder), 'a folder that checkpoints are copied into'),
  ship: about(
    z.optional(
      z.strictObject({
        to: target,
        ca: about(z.optional(folder), 'the certificates that the receiver is checked against'),
      }),
    ),
    'where `clean-exit audit ship` brings the log',
  ),
});
