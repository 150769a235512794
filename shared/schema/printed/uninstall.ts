import * as z from 'zod/mini';
import { fault } from '../receipt.ts';
import type { Plain } from '../same.ts';
import { about } from '../words.ts';

const ownFile = z.object({
  path: z.string(),
  kind: z.enum(['receipts', 'records', 'notes', 'settings', 'clients', 'completion']),
});

const stays = z.array(
  z.union([
    z.object({ path: z.string(), why: z.enum(['unknown', 'other-owner']) }),
    z.object({ path: z.string(), why: z.literal('fault'), fault }),
  ]),
);

/** What `uninstall --json` prints: with --dry-run what would go, else what went. */
export const uninstallSchema = z.union([
  z.object({
    schema: z.literal('clean-exit/uninstall/1'),
    dryRun: z.literal(true),
    wouldChange: z.boolean(),
    files: z.array(ownFile),
    folders: about(z.array(z.string()), 'each goes where it is empty then'),
    stays: about(stays, 'what would stay, with the reason'),
  }),
  z.object({
    schema: z.literal('clean-exit/uninstall/1'),
    removed: z.array(ownFile),
    stays: about(stays, 'what stays, with the reason'),
  }),
]);

export type PrintedUninstall = Plain<z.infer<typeof uninstallSchema>>;
