import * as z from 'zod/mini';
import { ORDER_REFUSALS } from '../core/order/refusals.ts';
import { PROOF_KINDS } from '../core/proof.ts';
import type { Receipt } from '../core/receipt.ts';
import { count, leftSchema, ms, why } from './left.ts';
import type { Same } from './same.ts';
import { about } from './words.ts';

export const TIERS = ['cache', 'leftover', 're-download', 'your-files', 'messages'] as const;

const REQUESTS = ['exit', 'force', 'purge', 'hide', 'wipe', 'reset', 'restore'] as const;
const STEPS = [
  ...(['ask', 'wait', 'end', 'close', 'settle', 'remove', 'set-aside', 'restore'] as const),
] as const;
const REFUSALS = [
  'audit-unwritable',
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
  'needs-proof',
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
  ...ORDER_REFUSALS,
] as const;

export const proofRefusal = z.object({
  kind: z.enum(PROOF_KINDS),
  why: z.enum(['not-available', 'declined', 'wrong', 'locked']),
  detail: z.optional(about(z.string(), 'why in particular')),
  until: z.optional(about(z.number(), 'when it may be tried again, in ms since 1970')),
  surfaces: z.optional(about(z.array(z.string()), 'the surfaces that can get it')),
});

export const refusal = z.object({
  code: z.enum(REFUSALS),
  subject: z.string(),
  detail: z.optional(about(z.string(), 'what the machine said to it')),
  proof: z.optional(about(proofRefusal, 'which proof was not given, and why')),
});

const METHODS = [
  'tray-menu',
  'window',
  'signal',
  'terminate',
  'apple-event',
  'session-end',
] as const;

export const fault = z.object({
  code: about(z.string(), 'the system’s own word, or why a folder is not ours alone'),
  path: z.optional(z.string()),
  owner: z.optional(about(z.int(), 'uid of the other owner')),
  detail: z.optional(about(z.string(), 'what was thrown')),
});

const elsewhere = z.object({
  folder: about(z.nullable(z.string()), 'null: in the memory of the program alone'),
  fault: about(fault, 'what is the matter with the state folder'),
});

/** The one definition of a receipt; the published JSON Schema and the checks come from it. */
export const receiptSchema = z.object({
  schema: z.literal('clean-exit/receipt/2'),
  id: z.optional(about(z.string(), 'names this receipt alone; absent in those of version 1')),
  client: about(z.string(), 'its id; "all" in the one receipt of a request that found no client'),
  looked: z.optional(
    about(z.array(z.string()), 'with client "all": the clients looked at, none there'),
  ),
  request: z.enum(REQUESTS),
  then: z.optional(about(z.literal('force'), 'what a safe exit was allowed to end with')),
  tiers: z.optional(
    about(z.array(z.enum(TIERS)), 'of a purge, and of an exit that wipes: what was to go'),
  ),
  account: z.optional(about(z.string(), 'only what belongs to this account')),
  permanently: z.optional(about(z.literal(true), 'past the trash')),
  everything: z.optional(about(z.literal(true), 'of a reset: the records too')),
  consent: z.optional(
    about(
      z.object({
        by: z.enum(['question', 'hold', 'option', 'list']),
        list: z.optional(z.string()),
      }),
      'how the person agreed: to a question, by holding a key, or to a list that was shown before; option: nobody was asked, as `--yes` or a setting says',
    ),
  ),
  proofs: z.optional(
    about(
      z.array(
        z.object({
          kind: z.enum(PROOF_KINDS),
          by: about(z.string(), 'by what or whom; never what proves it'),
        }),
      ),
      'what was proved because the policy demands it',
    ),
  ),
  only: z.optional(
    about(
      z.array(z.object({ pid: count, startTime: z.string(), owner: z.string() })),
      'the roots that the request named; no other was asked or ended',
    ),
  ),
  result: about(
    z.enum(['done', 'nothing-to-do', 'partly', 'refused', 'cancelled']),
    'how the request ended; the exit code is 0 for the first two',
  ),
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
      method: z.optional(about(z.enum(METHODS), 'by what it was asked')),
      label: z.optional(about(z.string(), 'what the menu entry is called')),
      why: z.optional(about(why, 'a code to branch on')),
      detail: z.optional(about(z.string(), 'what the machine said to it')),
      ms,
    }),
  ),
  secondLook: z.optional(
    about(
      z.object({
        outcome: z.enum(['agrees', 'disagrees', 'missing']),
        why: z.optional(why),
        detail: z.optional(z.string()),
      }),
      'what another observer said to a client that the first one called gone',
    ),
  ),
  refusals: z.array(refusal),
  left: leftSchema,
  removed: z.optional(
    about(
      z.object({
        files: count,
        bytes: count,
        to: about(z.enum(['trash', 'nowhere']), 'the trash frees nothing before it is emptied'),
        record: z.optional(about(z.string(), 'what `clean-exit restore` takes')),
        recordNotKept: z.optional(about(fault, 'why there is no such record')),
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
  moved: z.optional(
    about(
      z.object({
        record: z.optional(about(z.string(), 'what `clean-exit restore CLIENT` takes')),
        folders: about(z.array(z.string()), 'the dated folders in which it lies'),
        things: about(count, 'files and folders that were moved, each as one piece'),
        files: count,
        bytes: count,
        everything: z.optional(about(z.literal(true), 'the records too')),
      }),
      'what a reset set aside, or a restore before it brought older data back; nothing is removed',
    ),
  ),
  evidence: z.optional(
    about(
      z.object({
        digest: about(z.string(), 'what the plan means; it stands in the picture'),
        file: z.optional(z.string()),
        sha256: z.optional(about(z.string(), 'of the file')),
        why: z.optional(why),
        detail: z.optional(z.string()),
      }),
      'a picture of the screen after the exit, where the policy wants one; or why there is none',
    ),
  ),
  audit: z.optional(
    about(
      z.object({
        intent: z.optional(count),
        outcome: z.optional(count),
        fault: z.optional(fault),
        notices: z.optional(
          z.array(
            z.union([
              z.object({ code: z.literal('key-replaced'), line: count }),
              z.object({ code: z.literal('lines-missing'), line: count, known: count }),
            ]),
          ),
        ),
      }),
      'the numbers of its lines in the audit log, or why one of them is not there',
    ),
  ),
  notKept: z.optional(about(fault, 'why this receipt could not be written down')),
  keptIn: z.optional(about(elsewhere, 'it is kept here in the place of the state folder')),
  lockedIn: z.optional(about(elsewhere, 'the lock was here in the place of the state folder')),
  shortened: z.optional(about(z.literal(true), 'lists and texts of it were cut for the log')),
  elapsedMs: ms,
  at: about(z.iso.datetime(), 'UTC'),
  surface: z.string(),
  trigger: z.optional(
    about(z.enum(['person', 'schedule', 'policy', 'order']), 'who or what caused it'),
  ),
  order: z.optional(
    about(
      z.object({
        digest: about(z.string(), 'what was signed: SHA-256 of what the order means'),
        approvedBy: z.array(
          z.object({
            principal: about(z.string(), 'the name in allowed_signers'),
            key: about(z.string(), 'the fingerprint of the key'),
          }),
        ),
      }),
      'of an order: which one, and whose approval was found good',
    ),
  ),
  program: z.optional(about(z.string(), 'the version of Clean Exit')),
  policy: z.optional(about(z.string(), 'SHA-256 of the policy that was in force')),
});

export const receiptIsOne: Same<z.infer<typeof receiptSchema>, Receipt> = true;
