import type { ClientId, Policy } from './model.ts';

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
export const POLICY_SOURCES = ['managed', 'flag', 'user', 'launcher'] as const;

export type PolicySource = (typeof POLICY_SOURCES)[number];

/** Where a value is from. */
export interface SaidBy {
  readonly source: PolicySource;
  /** Absent where it is no file. */
  readonly file?: string;
  /** Where it is said of this client alone. */
  readonly client?: ClientId;
}

/** The source that won, for each value that a source gave; the others are the usual ones. */
export type PolicyOrigin = Partial<Record<keyof Policy, SaidBy>>;

/** For a refusal: the file that forbids, where it is one. */
export const forbiddenBy = (
  origin: PolicyOrigin | undefined,
  field: keyof Policy,
): { readonly detail?: string } => {
  const file = origin?.[field]?.file;
  return file === undefined ? {} : { detail: file };
};
