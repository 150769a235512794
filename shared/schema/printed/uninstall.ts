import * as z from 'zod/mini';
import { fault } from '../receipt.ts';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

const ownFile = z.object({
  path: z.string(),
  kind: z.enum([
    ...(['receipts', 'records', 'resets'] as const),
    ...(['notes', 'settings', 'clients', 'completion'] as const),
  ]),
});

const REASONS = [
  'unknown',
  'other-owner',
  'not-as-printed',
  'came-later',
  'busy',
  'key',
  'picture',
] as const;

const stays = z.array(
  z.union([
    z.object({ path: z.string(), why: z.enum(REASONS) }),
    z.object({ path: z.string(), why: z.literal('link'), real: z.string() }),
    z.object({
      ...{ path: z.string(), why: z.literal('set-aside') },
      folders: about(z.array(z.string()), 'what was set aside lies there: clean-exit restore'),
    }),
    z.object({ path: z.string(), why: z.literal('fault'), fault }),
  ]),
);

const lost = {
  recordsLost: about(
    z.number(),
    'restore records among these files: what those purges moved, only the trash gives back',
  ),
  notSeen: about(
    z.array(z.object({ client: z.string(), code: z.string(), detail: z.optional(z.string()) })),
    'clients in whose folders a purge that was interrupted may have set something aside: nobody could look',
  ),
};

/** What `uninstall --json` prints: with --dry-run what would go, else what went. */
export const uninstallSchema = z.union([
  z.object({
    schema: z.literal('clean-exit/uninstall/1'),
    dryRun: z.literal(true),
    wouldChange: z.boolean(),
    files: z.array(ownFile),
    folders: about(z.array(z.string()), 'each goes where it is empty then'),
    stays: about(stays, 'what would stay, with the reason'),
    ...lost,
  }),
  z.object({
    schema: z.literal('clean-exit/uninstall/1'),
    removed: z.array(ownFile),
    stays: about(stays, 'what stays, with the reason'),
    ...lost,
  }),
]);

export type PrintedUninstall = Plain<z.infer<typeof uninstallSchema>>;
