import * as z from 'zod/mini';

/** Holds shorter than this would be presses; longer ones nobody has patience for. */
export const HOLD_MS = { least: 500, usual: 1_500, most: 5_000 } as const;

/** No id of a client: a key whose client was not understood means nobody, rather than everybody. */
const NOBODY = '?';

/** What a key was told in its inspector. Every field may be missing: hosts begin with `{}`. */
const fields = {
  /** An id of the catalogue, or `any`: whichever is running at the moment of the press. */
  client: z._default(z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)), 'any'),
  holdMs: z._default(z.number().check(z.gte(HOLD_MS.least), z.lte(HOLD_MS.most)), HOLD_MS.usual),
  /** Force exit and purge: only after a hold. */
  confirm: z._default(z.boolean(), true),
  /** Safe exit: what follows once it is gone. */
  then: z._default(z.enum(['nothing', 'purge']), 'nothing'),
  /** Purge: the cache alone, or also what is downloaded again and what a bad exit left. */
  tiers: z._default(z.enum(['cache', 'more']), 'cache'),
  /** Purge: to the trash, or for good. */
  destination: z._default(z.enum(['trash', 'nowhere']), 'trash'),
} as const;

export type Settings = {
  readonly [K in keyof typeof fields]: z.infer<(typeof fields)[K]>;
};

/**
 * The settings, and which of the fields were not understood and count as missing; with `settings` nothing of
 * them was. A key whose client is not understood means nobody.
 */
export function readSettings(raw: unknown): {
  readonly settings: Settings;
  readonly faults: readonly string[];
} {
  const given = z.record(z.string(), z.unknown()).safeParse(raw ?? {}); // Nothing said yet.
  const faults: string[] = given.success ? [] : ['settings'];
  const all: Readonly<Record<string, unknown>> = given.success ? given.data : { client: NOBODY };
  const read = Object.entries(fields).map(([name, field]) => {
    const one = field.safeParse(all[name]);
    if (one.success) return [name, one.data] as const;
    faults.push(name);
    return [name, name === 'client' ? NOBODY : field.parse(undefined)] as const;
  });
  return { settings: Object.fromEntries(read) as unknown as Settings, faults };
}
