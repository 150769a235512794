import fc from 'fast-check';
import { PRESETS } from '../../shared/core/presets.ts';
import { DEEDS, PROOF_KINDS } from '../../shared/core/proof.ts';
import { TRIGGERS } from '../../shared/core/trigger.ts';

const some: { requiredKeys: never[] } = { requiredKeys: [] };
const ms = fc.nat(60_000);
const proofs = fc.subarray([...PROOF_KINDS]);
const byTrigger = fc.record(Object.fromEntries(TRIGGERS.map((one) => [one, proofs])), some);
const row = fc.oneof(proofs, byTrigger);
const demand = fc.record(
  {
    ...(Object.fromEntries(DEEDS.map((one) => [one, row])) as Record<string, typeof row>),
    exit: fc.oneof(proofs, fc.record({ person: proofs })),
  },
  some,
);
const when = fc.oneof(
  fc.record({ at: fc.constantFrom('18:30', '00:00', '23:59') }),
  fc.record({ idleMinutes: fc.integer({ min: 1, max: 1_440 }) }),
  fc.record({ on: fc.constantFrom('lock', 'sleep', 'log-off', 'shut-down') }),
);

const FIELDS = {
  preset: fc.constantFrom(...PRESETS),
  times: fc.record({ timeoutMs: ms, graceMs: ms, settleMs: ms, purgeSettleMs: ms }, some),
  force: fc.constantFrom('allow', 'never'),
  ...{ hold: fc.boolean(), secondLook: fc.boolean(), demand },
  when: fc.array(when, { maxLength: 3 }),
  keep: fc.record({ residueHours: fc.nat(1_000), logDays: fc.integer({ min: 1, max: 999 }) }, some),
  audit: fc.constantFrom('off', 'on', 'required'),
  wipe: fc.subarray(['cache', 'leftover', 're-download']),
  evidence: fc.constantFrom('off', 'picture'),
  doubts: fc.constantFrom('usual', 'strict'),
};

/** What a valid file of version 2 says of all clients, or of one. */
const fields = fc.record(FIELDS, some);

/** A valid file of version 2. */
export const validDocument = fc
  .tuple(
    fields,
    fc.option(fc.dictionary(fc.constantFrom('wechat', 'slack', 'mine'), fields, { maxKeys: 2 }), {
      nil: undefined,
    }),
  )
  .map(([all, clients]) => ({
    ...{ schema: 'clean-exit/policy/2', ...all },
    ...(clients ? { clients } : {}),
  }));

/** What somebody may write in place of a value. */
const WRONG = fc.oneof(
  fc.constantFrom('', 'yes', -1, 1.5, 1e12, null, true, [], {}, ['kode'], { person: 'code' }),
  fc.constantFrom('__proto__', 'constructor', { schedule: ['code'] }, [[]], { at: '24:00' }),
  fc.jsonValue(),
);

/** A valid file with one to three places changed: a value, a name, or an entry more. */
export const nearlyValid = fc
  .tuple(
    validDocument,
    fc.array(fc.tuple(fc.nat(), WRONG, fc.constantFrom('value', 'name', 'more')), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([document, changes]) =>
    changes.reduce<unknown>((value, [at, wrong, how]) => changed(value, at, wrong, how), document),
  );

/** The value with the `at`-th place in it changed. */
function changed(value: unknown, at: number, wrong: unknown, how: string): unknown {
  let left = at % Math.max(1, placesIn(value));
  const visit = (here: unknown): unknown => {
    if (left-- === 0) return wrong;
    if (Array.isArray(here)) return here.map(visit);
    if (typeof here !== 'object' || here === null) return here;
    const entries = Object.entries(here).flatMap(([name, inner]) => {
      if (left === 0 && how === 'name') {
        left--;
        return [[`${name}x`, inner]];
      }
      if (left === 0 && how === 'more') {
        left--;
        return [
          [name, inner],
          ['more', wrong],
        ];
      }
      return [[name, visit(inner)]];
    });
    return Object.fromEntries(entries) as unknown;
  };
  return visit(value);
}

const placesIn = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce<number>((sum, one) => sum + placesIn(one), 0)
    : 1;
