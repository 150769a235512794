import * as z from 'zod/mini';
import { REASON_CODES } from '../core/reason.ts';
import { about } from './words.ts';

const ROLES = ['root', 'helper'] as const;
/** A code to branch on; see `core/reason.ts`. */
export const why = z.enum(REASON_CODES);

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

/** Not negative, and whole. */
export const count = z.int().check(z.nonnegative());
export const ms = about(z.number().check(z.nonnegative()), 'milliseconds');

/** A program that may be a client. */
export const doubt = z.object({
  pid: count,
  exe: about(
    z.nullable(z.string()),
    'what clients confirm and clients deny take; null when hidden',
  ),
  level: about(z.enum(LEVELS), 'likely forbids "gone"; a namesake changes no answer'),
  because: z.array(z.enum(BECAUSE)),
});

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
  bytesWhy: z.optional(about(why, 'why they are not known')),
  bytesDetail: z.optional(about(z.string(), 'what the machine said to it')),
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
    z.array(z.object({ what: z.string(), why, detail: z.optional(z.string()) })),
    'probes that failed, so that the lists above may not be all',
  ),
  doubts: z.optional(about(z.array(doubt), 'programs that may be this client; never touched')),
});
