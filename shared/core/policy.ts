import type { Policy } from './model.ts';
import { everyDemandOf } from './every-demand.ts';

/** What a policy file may say; the rest is as it is without one. */
export type PolicyFile = Partial<Policy>;

/** Ten seconds of patience, one second for helpers (rule R3), R6 before a purge. */
export const DEFAULT_POLICY: Policy = {
  timeoutMs: 10_000,
  graceMs: 1_000,
  settleMs: 500,
  purgeSettleMs: 10_000,
  hold: false,
  force: 'allow',
};

/** Who may say what is allowed, the strongest first. */
const SOURCES = ['managed', 'flag', 'user', 'launcher'] as const;

export type PolicySource = (typeof SOURCES)[number];

/** What one source says. */
export interface PolicyPart {
  readonly source: PolicySource;
  /** Absent where it is no file. */
  readonly file?: string;
  readonly says: PolicyFile;
}

/** The source that won, for each value that a source gave; the others are the usual ones. */
export type PolicyOrigin = Partial<Record<keyof Policy, Pick<PolicyPart, 'source' | 'file'>>>;

/** The strongest source that says anything; the one value that no other source takes back; or all of them together. */
type Strategy<T> =
  | 'strongest'
  | { readonly strictest: T }
  | { together(all: readonly NonNullable<T>[]): NonNullable<T> };

/** How the values of several sources become one. A field without a strategy does not compile. */
const MERGE: { readonly [K in keyof Policy]-?: Strategy<Policy[K]> } = {
  timeoutMs: 'strongest',
  graceMs: 'strongest',
  settleMs: 'strongest',
  purgeSettleMs: 'strongest',
  hold: { strictest: true },
  force: { strictest: 'never' },
  doubts: { strictest: 'strict' },
  secondLook: { strictest: true },
  demand: { together: everyDemandOf },
  wipe: 'strongest',
};

/** One policy of several sources, in whatever order they come, and where each value is from. */
export function mergedPolicy(parts: readonly PolicyPart[]): {
  readonly policy: Policy;
  readonly origin: PolicyOrigin;
} {
  const ranked = SOURCES.flatMap((source) => parts.filter((one) => one.source === source));
  const fields = Object.keys(MERGE) as (keyof Policy)[];
  const won = fields.flatMap((field) => {
    const part = winner(field, ranked);
    return part ? [[field, part] as const] : [];
  });
  return {
    policy: {
      ...DEFAULT_POLICY,
      ...Object.fromEntries(won.map(([field, { says }]) => [field, valueOf(field, ranked, says)])),
    },
    origin: Object.fromEntries(
      won.map(([f, { source, file }]) => [f, { source, ...(file === undefined ? {} : { file }) }]),
    ),
  };
}

function valueOf(field: keyof Policy, ranked: readonly PolicyPart[], won: PolicyFile): unknown {
  const strategy: Strategy<unknown> = MERGE[field];
  if (typeof strategy !== 'object' || !('together' in strategy)) return won[field];
  return strategy.together(ranked.flatMap(({ says }) => (says[field] ?? []) as object));
}

function winner(field: keyof Policy, ranked: readonly PolicyPart[]): PolicyPart | undefined {
  const strategy = MERGE[field];
  const strict =
    typeof strategy === 'object' && 'strictest' in strategy ? strategy.strictest : undefined;
  return (
    ranked.find(({ says }) => strict !== undefined && says[field] === strict) ??
    ranked.find(({ says }) => says[field] !== undefined)
  );
}

/** For a refusal: the file that forbids, where it is one. */
export const forbiddenBy = (
  origin: PolicyOrigin | undefined,
  field: keyof Policy,
): { readonly detail?: string } => {
  const file = origin?.[field]?.file;
  return file === undefined ? {} : { detail: file };
};
