import * as z from 'zod/mini';
import type { Receipt } from '../core/receipt.ts';
import { about } from './words.ts';

const REQUESTS = ['exit', 'force', 'purge', 'hide', 'restore'] as const;
const ROLES = ['root', 'helper'] as const;
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

const LEVELS = ['likely', 'namesake'] as const;
const BECAUSE = [
  'own-name',
  'common-name',
  'folder',
  'appimage',
  'nix-store',
  'package',
  'sibling',
  'unread',
  'open-files',
  'script',
  'script-folder',
  'hidden',
  'wine',
  'container',
  'window-class',
  'company',
  'tray-icon',
] as const;

const count = z.int().check(z.nonnegative());
const ms = about(z.number().check(z.nonnegative()), 'milliseconds');

/** What is still there; the same shape in receipts and in a status. */
export const leftSchema = z.object({
  processes: z.array(
    z.object({
      pid: count,
      name: z.string(),
      role: z.enum(ROLES),
      exe: about(z.nullable(z.string()), 'path of the program; null when it cannot be read'),
      stopped: z.optional(about(z.literal(true), 'stopped by a signal: it answers nobody')),
    }),
  ),
  trayIcons: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      heldBy: z.optional(about(z.int(), 'pid of a program that is not the client itself')),
    }),
  ),
  windows: z.array(z.object({ title: z.string(), visible: z.boolean() })),
  bytes: about(
    z.nullable(count),
    'reclaimable bytes of the tier cache; null, with bytesWhy, when not known',
  ),
  bytesWhy: z.optional(about(z.string(), 'code, or code: detail')),
  leftovers: z.optional(about(count, 'files of the tier leftover; absent when not known')),
  unmerged: about(
    z.array(z.string()),
    'journals of databases that were closed in a hurry; they are never removed',
  ),
  others: about(count, 'processes of other users that look the same; never touched'),
  elsewhere: z.optional(
    about(count, 'its processes on another desktop; not touched by a request for all'),
  ),
  started: z.optional(
    about(
      z.array(z.object({ pid: count, name: z.string() })),
      'what it started and what is no part of it; never touched',
    ),
  ),
  keptBySystem: z.optional(
    about(
      z.array(z.object({ pid: count, name: z.string() })),
      'its extensions and services that macOS itself starts and ends; never touched, no residue',
    ),
  ),
  unseen: about(
    z.array(z.object({ what: z.string(), why: z.string() })),
    'probes that failed, so that the lists above may not be all',
  ),
  doubts: z.optional(
    about(
      z.array(
        z.object({
          pid: count,
          exe: about(
            z.nullable(z.string()),
            'what clients confirm and clients deny take; null when hidden',
          ),
          level: about(z.enum(LEVELS), 'likely forbids "gone"; a namesake changes no answer'),
          because: z.array(z.enum(BECAUSE)),
        }),
      ),
      'programs that may be this client; never touched',
    ),
  ),
});

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

/** The one definition of a receipt; the published JSON Schema and the checks come from it. */
export const receiptSchema = z.object({
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
  left: leftSchema,
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

/** Does not compile where the words of the core and the published schema differ. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
type Plain<T> = T extends readonly (infer U)[]
  ? readonly Plain<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<Exclude<T[K], undefined>> }
    : T;
export const receiptIsOne: Same<Plain<z.infer<typeof receiptSchema>>, Plain<Receipt>> = true;
