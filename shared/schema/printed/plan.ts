import * as z from 'zod/mini';
import type { demandName } from '../../core/demand.ts';
import { PROOF_KINDS } from '../../core/proof.ts';
import type { QuitMethod, Request, Step } from '../../core/model.ts';
import { count, ms } from '../left.ts';
import { refusal, TIERS } from '../receipt.ts';
import type { Plain, Same } from '../same.ts';
import { about } from '../words.ts';
import { resetListing, listing } from './listing.ts';
import { clientProcess, trayIcon, window } from './process.ts';

const tiers = z.array(z.enum(TIERS));

const request = z.object({
  kind: z.enum(['exit', 'force', 'purge', 'hide', 'wipe', 'reset']),
  client: z.string(),
  then: z.optional(z.literal('force')),
  tiers: z.optional(tiers),
  account: z.optional(z.string()),
  everything: z.optional(about(z.literal(true), 'of a reset: the records too')),
  permanently: z.optional(about(z.literal(true), 'past the trash')),
  secondLook: z.optional(z.literal(true)),
  within: z.optional(about(z.literal('desktop'), 'what another desktop shows stays')),
  consent: z.optional(
    about(z.union([z.literal('ask'), z.object({ list: z.string() })]), 'how the person agrees'),
  ),
  timeoutMs: z.optional(ms),
  only: z.optional(z.array(z.object({ pid: count, startTime: z.string(), owner: z.string() }))),
});

const menu = z.optional(
  z.object({
    names: z.array(z.string()),
    labels: z.array(z.string()),
    processes: z.array(z.omit(clientProcess, { role: true, onlyNamed: true, supervisedBy: true })),
  }),
);

const way = z.discriminatedUnion('by', [
  z.object({ by: z.literal('tray-menu'), icon: trayIcon, labels: z.array(z.string()), menu }),
  z.object({ by: z.literal('window'), window }),
  z.object({
    by: z.literal('signal'),
    process: clientProcess,
    bundleIds: z.optional(z.array(z.string())),
    menu,
  }),
]);

const roots = z.array(clientProcess);
const ask = z.object({ kind: z.literal('ask'), root: clientProcess, ways: z.array(way) });
const wait = z.object({ kind: z.literal('wait'), roots, ms });
const endHelpers = z.object({ kind: z.literal('end'), role: z.literal('helper'), graceMs: ms });
const close = z.object({ kind: z.literal('close'), window });
const settle = z.object({
  kind: z.literal('settle'),
  ms,
  if: about(z.enum(['always', 'evidence']), 'evidence: where somebody may start it again'),
  roots,
});
const remove = z.object({
  kind: z.literal('remove'),
  wanted: z.object({ tiers, account: z.optional(z.string()) }),
});
const moveAway = z.object({
  kind: z.literal('set-aside'),
  everything: z.optional(about(z.literal(true), 'the records too')),
});
const endRoots = z.object({
  kind: z.literal('end'),
  role: z.literal('root'),
  only: about(z.enum(['at-once', 'if-still-there']), 'at once, or where it did not quit'),
  roots,
});

/** What `--dry-run --json` prints: one plan a client. */
export const planSchema = z.object({
  schema: z.literal('clean-exit/plan/1'),
  plans: z.array(
    z.object({
      request,
      steps: about(
        z.array(z.union([ask, wait, endRoots, endHelpers, close, settle, remove, moveAway])),
        'in this order; empty where it is refused',
      ),
      refusals: z.array(refusal),
      listing: z.optional(
        about(z.nullable(listing), 'of a purge; null, with listingWhy, when not known'),
      ),
      listingWhy: z.optional(z.string()),
      wipe: z.optional(
        about(
          z.object({
            tiers,
            refusals: about(z.array(refusal), 'why nothing of it would go'),
            listing: z.optional(z.nullable(listing)),
            listingWhy: z.optional(z.string()),
          }),
          'what the same request goes on to remove once its client is gone',
        ),
      ),
      reset: z.optional(
        about(z.nullable(resetListing), 'of a reset; null, with resetWhy, when not known'),
      ),
      resetWhy: z.optional(z.string()),
      demands: z.optional(
        about(
          z.array(z.enum(['confirm-force', 'consent', 'consent-reset', ...PROOF_KINDS])),
          'what the person has to agree to or to prove before it is carried out',
        ),
      ),
      spared: z.optional(about(roots, 'roots that the request does not mean')),
      wouldChange: about(z.boolean(), 'whether anything would be asked, ended, closed or removed'),
    }),
  ),
  wouldChange: z.boolean(),
});

export type PrintedPlan = Plain<z.infer<typeof planSchema>>['plans'][number];
export type PrintedStep = PrintedPlan['steps'][number];

/** `Omit` of each member of a union. */
type Without<T, K extends string> = T extends unknown
  ? { [P in keyof T as Exclude<P, K>]: T[P] }
  : never;
type PrintedMethod = Without<QuitMethod, 'session'>;
type OfCore = Exclude<Step, { kind: 'ask' | 'close' } | { kind: 'end'; role: 'root' }>;
type Core = z.infer<
  typeof wait | typeof endHelpers | typeof settle | typeof remove | typeof moveAway
>;

export const requestIsOne: Same<z.infer<typeof request>, Request> = true;
export const wayIsOne: Same<z.infer<typeof way>, PrintedMethod> = true;
export const stepsAreOne: Same<Core, OfCore> = true;
export const demandsAreOne: Same<
  NonNullable<PrintedPlan['demands']>[number],
  ReturnType<typeof demandName>
> = true;
export type PrintedPlans = Plain<z.infer<typeof planSchema>>;
