import { everyDemandOf } from '../core/every-demand.ts';
import type { ClientId, Policy } from '../core/model.ts';
import {
  DEFAULT_POLICY,
  POLICY_SOURCES,
  type PolicyFile,
  type PolicyOrigin,
  type SaidBy,
} from '../core/policy.ts';
import { demandedBy, type DemandOrigin } from './demanded-by.ts';
import { all, type Strategy } from './strategy.ts';

/** What one source says: of every client, and of single ones. */
export interface PolicyPart extends SaidBy {
  readonly says: PolicyFile;
  readonly clients?: Readonly<Record<ClientId, PolicyFile>>;
  /** A file at the administrator's place that anybody else may have written; it counts as the person's own. */
  readonly untrusted?: true;
}

/** How the values of several sources become one. A field without a strategy does not compile. */
export const MERGE: { readonly [K in keyof Policy]-?: Strategy<Policy[K]> } = {
  timeoutMs: 'strongest',
  graceMs: 'strongest',
  settleMs: 'strongest',
  purgeSettleMs: 'strongest',
  hold: { strictest: [true, false] },
  force: { strictest: ['never', 'allow'] },
  doubts: { strictest: ['strict', 'usual'] },
  secondLook: { strictest: [true, false] },
  demand: { together: everyDemandOf },
  wipe: 'strongest',
  when: { together: all },
  residueHours: 'strongest',
  logDays: 'strongest',
  audit: { strictest: ['required', 'on', 'off'] },
  log: 'strongest',
  evidence: 'strongest',
};

export interface MergedPolicy {
  readonly policy: Policy;
  readonly origin: PolicyOrigin;
  /** Who demands what, for each cell of `policy.demand`. */
  readonly demandedBy: DemandOrigin;
}

/** One policy for a client of several sources, in whatever order they come, and where each value is from. */
export function mergedPolicy(parts: readonly PolicyPart[], client?: ClientId): MergedPolicy {
  const ranked = rankedFor(parts, client);
  const policy: Record<string, unknown> = { ...DEFAULT_POLICY };
  const origin: PolicyOrigin = {};
  for (const field of Object.keys(MERGE) as (keyof Policy)[]) {
    const won = winner(field, ranked);
    if (!won) continue;
    policy[field] = valueOf(field, ranked, won.says);
    origin[field] = saidBy(won);
  }
  return { policy: policy as unknown as Policy, origin, demandedBy: demandedBy(ranked, saidBy) };
}

/** The strongest first; of one source what is said of this client, then what is said of all. */
function rankedFor(parts: readonly PolicyPart[], client?: ClientId): readonly PolicyPart[] {
  return POLICY_SOURCES.flatMap((source) =>
    parts
      .filter((one) => one.source === source)
      .sort((a, b) => Number(a.untrusted ?? 0) - Number(b.untrusted ?? 0))
      .flatMap((one) => {
        const own = ownOf(one, client);
        return own
          ? [{ ...one, says: own, ...(client === undefined ? {} : { client }) }, one]
          : one;
      }),
  );
}

/** A file may name anything: what every object has (`constructor`) is no client. */
const ownOf = ({ clients }: PolicyPart, client?: ClientId): PolicyFile | undefined =>
  clients && client !== undefined && Object.hasOwn(clients, client) ? clients[client] : undefined;

function winner(field: keyof Policy, ranked: readonly PolicyPart[]): PolicyPart | undefined {
  const strategy: Strategy<unknown> = MERGE[field];
  const order = typeof strategy === 'object' && 'strictest' in strategy ? strategy.strictest : [];
  for (const value of order) {
    const part = ranked.find(({ says }) => says[field] === value);
    if (part) return part;
  }
  return ranked.find(({ says }) => says[field] !== undefined);
}

function valueOf(field: keyof Policy, ranked: readonly PolicyPart[], won: PolicyFile): unknown {
  const strategy: Strategy<unknown> = MERGE[field];
  if (typeof strategy !== 'object' || !('together' in strategy)) return won[field];
  return strategy.together(
    ranked.flatMap(({ says }) => (says[field] === undefined ? [] : [says[field]])),
  );
}

const saidBy = ({ source, file, client }: PolicyPart): SaidBy => ({
  source,
  ...(file === undefined ? {} : { file }),
  ...(client === undefined ? {} : { client }),
});
