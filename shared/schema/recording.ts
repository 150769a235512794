import * as z from 'zod/mini';
import type { Recording } from './recording-shape.ts';
import { about } from './words.ts';

const count = z.int().check(z.nonnegative());
const why = z.strictObject({
  code: z.enum([
    'denied',
    'failed',
    'timeout',
    'unsupported',
    'not-looked',
    'too-many',
    'not-understood',
  ]),
  detail: z.optional(z.string()),
});
const known = <T extends z.ZodMiniType>(value: T) =>
  z.union([
    z.strictObject({ known: z.literal(true), value }),
    z.strictObject({ known: z.literal(false), why }),
  ]);
const delivery = z.union([
  z.strictObject({ delivered: z.literal(true), detail: z.optional(z.string()) }),
  z.strictObject({ delivered: z.literal(false), why }),
]);
const process = z.strictObject({
  pid: count,
  startTime: z.string(),
  owner: about(z.enum(['me', 'other']), 'whose it is'),
  parent: count,
  name: z.string(),
  exe: known(z.string()),
  args: known(z.array(z.string())),
  sandbox: z.optional(z.string()),
  service: z.optional(z.string()),
});
const icon = z.strictObject({
  address: z.string(),
  id: z.string(),
  title: z.string(),
  holder: known(count),
  proxyFor: z.optional(z.string()),
  bus: z.optional(z.string()),
  wasOf: z.optional(z.string()),
  isEmbedded: z.optional(z.literal(true)),
});
const window = z.strictObject({
  id: z.string(),
  title: z.string(),
  pid: count,
  visible: z.boolean(),
  kind: z.optional(z.string()),
});
const snapshot = z.strictObject({
  me: z.literal('me'),
  processes: known(z.array(process)),
  trayIcons: known(z.array(icon)),
  windows: known(z.array(window)),
});
const REFUSALS = [
  ...['blind', 'busy', 'client-running', 'denied', 'force-not-allowed', 'hold'],
  ...[
    'not-removable',
    'not-supported',
    'open-elsewhere',
    'needs-consent',
    'needs-proof',
    'audit-unwritable',
    'declined',
    'no-such-account',
  ],
  ...['trash-only', 'no-trash', 'not-in-trash', 'changed', 'link', 'other-file-system'],
  ...['behind-link', 'special', 'not-looked-at'],
  ...['other-owner'],
  ...['outside-root', 'protected'],
] as const;
const refusals = z.array(z.enum(REFUSALS));
const sums = z.strictObject({
  sums: z.array(
    z.strictObject({
      tier: z.enum(['cache', 'leftover', 're-download', 'your-files', 'messages']),
      files: count,
      bytes: count,
    }),
  ),
  refusals,
});
const when = {
  ms: about(z.number().check(z.nonnegative()), 'milliseconds since the recording began'),
  took: about(z.number().check(z.nonnegative()), 'milliseconds'),
};
const call = z.discriminatedUnion('verb', [
  z.strictObject({ ...when, verb: z.literal('observe'), full: z.boolean(), answer: snapshot }),
  z.strictObject({
    ...when,
    verb: z.literal('askToQuit'),
    by: z.enum(['tray-menu', 'window', 'signal']),
    pid: count,
    answer: delivery,
  }),
  z.strictObject({ ...when, verb: z.enum(['close', 'end']), pid: count, answer: delivery }),
  z.strictObject({ ...when, verb: z.literal('untilGone'), answer: z.array(count) }),
  z.strictObject({ ...when, verb: z.literal('list'), answer: known(sums) }),
  z.strictObject({ ...when, verb: z.literal('unmerged'), answer: known(count) }),
  z.strictObject({ ...when, verb: z.literal('claim'), answer: z.boolean() }),
]);
const pattern = z.strictObject({
  exe: z.string(),
  script: z.optional(z.string()),
  sandbox: z.optional(z.string()),
  belowRoot: z.optional(z.literal(true)),
});
const own = z.strictObject({
  roots: z.array(pattern),
  helpers: z.array(pattern),
  tray: z.strictObject({
    ids: z.array(z.string()),
    quitLabels: z.array(z.string()),
    bus: z.optional(z.string()),
  }),
  closeQuits: z.boolean(),
});
const asked = z.strictObject({
  kind: z.enum(['exit', 'force']),
  then: z.optional(z.literal('force')),
  policy: z.strictObject({
    ...{ timeoutMs: count, graceMs: count, settleMs: count, purgeSettleMs: count },
    hold: z.boolean(),
    force: z.enum(['allow', 'never']),
    doubts: z.optional(z.enum(['usual', 'strict'])),
  }),
  verdict: z.enum(['gone', 'still-running', 'partly', 'unknown']),
  outcomes: z.array(
    z.strictObject({
      kind: z.enum(['look', 'ask', 'wait', 'end', 'close', 'settle', 'remove']),
      outcome: z.enum(['done', 'already', 'skipped', 'failed']),
      why: z.optional(z.string()),
      ms: z.number().check(z.nonnegative()),
    }),
  ),
  refusals,
});
const place = z.optional(z.string());
const places = z.strictObject({
  home: z.string(),
  ...{ documents: place, config: place, data: place, cache: place, runtime: place, temp: place },
  ...{ appData: place, localAppData: place, programFiles: place, programFilesX86: place },
  ...{ ourConfig: z.string(), ourState: z.string(), ourManaged: place },
});

/** The one definition of a recording; nothing is written or read that does not fit it. */
export const recordingSchema = z.strictObject({
  schema: z.literal('clean-exit/recording/1'),
  tool: about(z.string(), 'version of Clean Exit'),
  date: about(z.iso.date(), 'UTC'),
  platform: z.enum(['linux', 'macos', 'windows']),
  system: about(z.string(), 'version of the system'),
  source: z.optional(about(z.string(), 'what it was recorded on, added by hand')),
  places,
  checks: z.array(
    z.strictObject({
      id: z.enum(['processes', 'observer', 'tray', 'screen', 'waiting', 'files', 'trash', 'state']),
      state: z.enum(['good', 'limited', 'missing']),
      detail: z.string(),
    }),
  ),
  clients: z.array(
    z.strictObject({
      client: z.string(),
      own: z.optional(z.array(own)),
      asked: z.optional(asked),
      calls: z.array(call),
    }),
  ),
});

/** A recording that fits the schema; what is `undefined` is not there. Throws `ZodError`. */
export const recordingIn = (value: unknown): Recording => recordingSchema.parse(value) as Recording;
