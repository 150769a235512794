import * as z from 'zod/mini';
import { count, leftSchema, ms } from './left.ts';
import { about } from './words.ts';

const REQUESTS = ['exit', 'force', 'purge', 'hide', 'restore'] as const;
const STEPS = ['look', 'ask', 'wait', 'end', 'close', 'settle', 'remove', 'restore'] as const;
const REFUSALS = [
  'blind',
  'busy',
  'client-running',
  'denied',
  'force-not-allowed',
  'hold',
  'not-removable',
  'not-supported',
  'open-elsewhere',
  'needs-consent',
  'declined',
  'failed',
  'no-such-account',
  'trash-only',
  'no-trash',
  'not-in-trash',
  'changed',
  'link',
  'behind-link',
  'special',
  'not-looked-at',
  'other-file-system',
  'other-owner',
  'outside-root',
  'protected',
] as const;

const fault = z.object({
  code: about(z.string(), 'the system’s own word, or why a folder is not ours alone'),
  path: z.string(),
  owner: z.optional(about(z.int(), 'uid of the other owner')),
});

const elsewhere = z.object({
  folder: about(z.nullable(z.string()), 'null: in the memory of the program alone'),
  why: z.string(),
  fault: z.optional(about(fault, 'the same as data')),
});

const left = z.extend(leftSchema, {
  unseen: z.array(z.object({ what: z.string(), why: about(z.string(), 'code, or code: detail') })),
  bytesWhy: z.optional(about(z.string(), 'code, or code: detail')),
});

/** A receipt as Clean Exit wrote it before version 2 of receipts (2026-11-30): read, and never written. */
export const receipt1Schema = z.object({
  schema: z.literal('clean-exit/receipt/1'),
  client: z.string(),
  request: z.enum(REQUESTS),
  then: z.optional(about(z.literal('force'), 'what a safe exit was allowed to end with')),
  verdict: about(
    z.enum(['gone', 'still-running', 'partly', 'unknown']),
    'made from looking again after the last step, never from an exit code',
  ),
  steps: z.array(
    z.object({
      kind: z.enum(STEPS),
      subject: z.string(),
      role: z.optional(about(z.enum(['root', 'helper']), 'whom an end ended')),
      outcome: z.enum(['done', 'already', 'skipped', 'failed']),
      why: z.optional(about(z.string(), 'code, or code: detail')),
      ms,
    }),
  ),
  refusals: z.array(
    z.object({
      code: z.enum(REFUSALS),
      subject: z.string(),
      next: about(z.string(), 'the next thing a person can do'),
    }),
  ),
  left,
  removed: z.optional(
    about(
      z.object({
        files: count,
        bytes: count,
        to: about(z.enum(['trash', 'nowhere']), 'the trash frees nothing before it is emptied'),
        record: z.optional(about(z.string(), 'what `clean-exit restore` takes')),
        recordNotKept: z.optional(about(z.string(), 'why there is no such record')),
      }),
      'what a purge took away, measured by what was removed',
    ),
  ),
  restored: z.optional(
    about(
      z.object({ record: z.string(), things: count, back: count, before: z.optional(count) }),
      'what a restore put back: how many of the things of a record are back, and how many of them were before',
    ),
  ),
  notKept: z.optional(about(z.string(), 'why this receipt could not be written down')),
  notKeptFault: z.optional(fault),
  keptIn: z.optional(about(elsewhere, 'it is kept here in the place of the state folder')),
  lockedIn: z.optional(about(elsewhere, 'the lock was here in the place of the state folder')),
  shortened: z.optional(about(z.literal(true), 'lists and texts of it were cut for the log')),
  elapsedMs: ms,
  at: about(z.iso.datetime(), 'UTC'),
  surface: z.string(),
});
