import { forceOnlyWhereAllowed } from './rules/force-only-where-allowed.ts';
import { leaveOtherUsersAlone } from './rules/leave-other-users-alone.ts';
import { neverRemoveMessages } from './rules/never-remove-messages.ts';
import { refuseWhenBlind } from './rules/refuse-when-blind.ts';
import { removeNothingUnderHold } from './rules/remove-nothing-under-hold.ts';
import { removeOnlyWhatWeKnow } from './rules/remove-only-what-we-know.ts';
import { removeOnlyWhenGone } from './rules/remove-only-when-gone.ts';
import { safeExitNeverEndsARoot } from './rules/safe-exit-never-ends-a-root.ts';
import type { ClientProcess, Plan, Step } from './model.ts';
import type { Prohibition, Restraint, Situation } from './situation.ts';
import { waysToAsk } from './ways.ts';

/** The table of contents of our judgement, in the order in which a person would ask. */
export const PROHIBITIONS: readonly Prohibition[] = [
  refuseWhenBlind,
  forceOnlyWhereAllowed,
  neverRemoveMessages,
  removeNothingUnderHold,
  removeOnlyWhatWeKnow,
  removeOnlyWhenGone,
];

export const RESTRAINTS: readonly Restraint[] = [safeExitNeverEndsARoot];

/** How long an ended process may take to disappear; the kernel needs a moment, a zombie is gone. */
export const END_MS = 2_000;

/**
 * What will be done, in order, and what will not, with reasons. The same observation, request and
 * policy give the same plan; `--dry-run` is stopping here.
 */
export function plan(
  situation: Situation,
  prohibitions: readonly Prohibition[] = PROHIBITIONS,
  restraints: readonly Restraint[] = RESTRAINTS,
): Plan {
  const refusals = prohibitions.flatMap((rule) => rule(situation));
  const wanted = refusals.length > 0 ? [] : steps(situation);
  return {
    request: situation.request,
    steps: restraints.reduce((left, rule) => rule(left, situation), wanted),
    refusals,
  };
}

function steps(situation: Situation): readonly Step[] {
  const { seen, request, policy } = situation;
  if (request.kind === 'purge')
    return [
      { kind: 'settle', ms: policy.purgeSettleMs },
      { kind: 'remove', tiers: request.tiers ?? ['cache'] },
    ];
  const all = seen.processes.known ? seen.processes.value : [];
  if (request.kind === 'hide')
    return (seen.windows.known ? seen.windows.value : [])
      .filter((window) => window.visible)
      .map((window) => ({ kind: 'close', window }));
  const roots = all.filter((process) => process.role === 'root');
  const force = request.kind === 'force' || request.then === 'force';
  return [
    ...(request.kind === 'exit' ? ask(roots, situation) : []),
    ...(force && roots.length > 0 ? endRoots(roots, request.kind === 'force') : []),
    ...(all.length > 0 ? helpers(all, request.kind === 'force' ? 0 : policy.graceMs) : []),
    ...(all.length > 0 && (force || mayComeBack(roots))
      ? [{ kind: 'settle', ms: policy.settleMs } as const]
      : []),
  ];
}

const ask = (roots: readonly ClientProcess[], situation: Situation): readonly Step[] =>
  roots.length === 0
    ? []
    : [
        ...roots.map((root): Step => ({ kind: 'ask', root, ways: waysToAsk(root, situation) })),
        { kind: 'wait', role: 'root', processes: roots, ms: situation.policy.timeoutMs },
      ];

const endRoots = (roots: readonly ClientProcess[], atOnce: boolean): readonly Step[] => [
  { kind: 'end', role: 'root', only: atOnce ? 'at-once' : 'if-still-there' },
  { kind: 'wait', role: 'root', processes: roots, ms: END_MS },
];

/** Helpers also where only helpers are left; those of a root that stays are never touched. */
const helpers = (all: readonly ClientProcess[], graceMs: number): readonly Step[] => [
  ...(graceMs > 0
    ? [
        {
          kind: 'wait',
          role: 'helper',
          processes: all.filter((process) => process.role === 'helper'),
          ms: graceMs,
        } as const,
      ]
    : []),
  { kind: 'end', role: 'helper', only: 'if-still-there' },
];

/** Where somebody may start it again, one look right after the exit is not enough. */
const mayComeBack = (roots: readonly ClientProcess[]): boolean =>
  roots.some((root) => root.keptBy !== undefined);

/** The processes among these that a request of ours may touch. */
export const touchable = leaveOtherUsersAlone;
