import { editionsOn } from './client.ts';
import { forceOnlyWhereAllowed } from './rules/force-only-where-allowed.ts';
import { neverRemoveMessages } from './rules/never-remove-messages.ts';
import { refuseWhenBlind } from './rules/refuse-when-blind.ts';
import { removeNothingUnderHold } from './rules/remove-nothing-under-hold.ts';
import { removeOnlyWhatWeKnow } from './rules/remove-only-what-we-know.ts';
import { leaveYourFilesInReach } from './rules/leave-your-files-in-reach.ts';
import { takeYourFilesOnlyWhenAsked } from './rules/take-your-files-only-when-asked.ts';
import { removeOnlyWhenGone } from './rules/remove-only-when-gone.ts';
import { safeExitNeverEndsARoot } from './rules/safe-exit-never-ends-a-root.ts';
import { identityOf } from './recognition/memory.ts';
import type { Wanted } from './listing.ts';
import type { ClientProcess, Plan, Policy, Request, Step, Window } from './model.ts';
import type { DenyRule, StepFilter, PlanInput } from './plan-input.ts';
import { quitMethodsFor } from './quit-methods.ts';

/** The table of contents of our judgement, in the order in which a person would ask. */
export const DENY_RULES: readonly DenyRule[] = [
  refuseWhenBlind,
  forceOnlyWhereAllowed,
  neverRemoveMessages,
  removeNothingUnderHold,
  removeOnlyWhatWeKnow,
  takeYourFilesOnlyWhenAsked,
  leaveYourFilesInReach,
  removeOnlyWhenGone,
];

export const STEP_FILTERS: readonly StepFilter[] = [safeExitNeverEndsARoot];

/** How long an ended process may take to disappear; the kernel needs a moment, a zombie is gone. */
export const END_MS = 2_000;

/**
 * What will be done, in order, and what will not, with reasons. The same observation, request and
 * policy give the same plan; `--dry-run` is stopping here.
 */
export function plan(
  situation: PlanInput,
  prohibitions: readonly DenyRule[] = DENY_RULES,
  restraints: readonly StepFilter[] = STEP_FILTERS,
): Plan {
  const refusals = prohibitions.flatMap((rule) => rule(situation));
  const wanted = refusals.length > 0 ? [] : steps(situation);
  const spared = refusals.length > 0 ? [] : sparedRoots(situation);
  const demands = wanted.length > 0 && endsRoots(wanted) ? (['confirm-force'] as const) : [];
  return {
    request: situation.request,
    steps: restraints.reduce((left, rule) => rule(left, situation), wanted),
    refusals,
    ...(spared.length === 0 ? {} : { spared }),
    ...(demands.length === 0 ? {} : { demands }),
  };
}

/** What a purge is for; without a word the cache alone. */
export const wantedBy = ({ tiers = ['cache'], account }: Request): Wanted => ({
  tiers,
  ...(account === undefined ? {} : { account }),
});

function steps(situation: PlanInput): readonly Step[] {
  const { seen, request, policy } = situation;
  if (request.kind === 'purge')
    return [
      { kind: 'settle', ms: quietMs(situation), if: 'always', roots: [] },
      { kind: 'remove', wanted: wantedBy(request) },
    ];
  if (request.kind === 'hide')
    return toHide(situation).map((window): Step => ({ kind: 'close', window }));
  const all = seen.processes.known ? seen.processes.value : [];
  if (all.length === 0) return [];
  const roots = rootsIn(situation).filter((one) => isMeant(one, request));
  const atOnce = request.kind === 'force';
  const force = atOnce || request.then === 'force';
  return [
    ...(atOnce || roots.length === 0 ? [] : ask(roots, situation)),
    ...(force && roots.length > 0 ? endRoots(roots, atOnce, policy) : []),
    { kind: 'end', role: 'helper', graceMs: atOnce ? 0 : policy.graceMs },
    // Where somebody may start it again, one look right after the exit is not enough.
    ...(roots.length > 0 || force
      ? [{ kind: 'settle', ms: policy.settleMs, if: force ? 'always' : 'evidence', roots } as const]
      : []),
  ];
}

const rootsIn = ({ seen }: PlanInput): readonly ClientProcess[] =>
  (seen.processes.known ? seen.processes.value : []).filter(
    ({ role, onlyNamed }) => role === 'root' && !onlyNamed,
  );

/** Whether the person saw this root; a request that names none means all. */
const isMeant = (root: ClientProcess, { only }: Request): boolean =>
  only === undefined || only.some((one) => identityOf(one) === identityOf(root));

const sparedRoots = (input: PlanInput): readonly ClientProcess[] =>
  input.request.kind === 'purge'
    ? []
    : rootsIn(input).filter((one) => !isMeant(one, input.request));

const endsRoots = (steps: readonly Step[]): boolean =>
  steps.some((step) => step.kind === 'end' && step.role === 'root');

/** macOS hides all windows of an application at once. */
function toHide({ seen, platform }: PlanInput): readonly Window[] {
  const shown = (seen.windows.known ? seen.windows.value : []).filter(({ visible }) => visible);
  if (platform !== 'macos') return shown;
  return [...new Map(shown.map((window) => [window.pid, window])).values()];
}

const ask = (roots: readonly ClientProcess[], situation: PlanInput): readonly Step[] => [
  ...roots.map((root): Step => ({ kind: 'ask', root, ways: quitMethodsFor(root, situation) })),
  { kind: 'wait', roots, ms: situation.policy.timeoutMs },
];

/** After a polite exit that did not work a polite signal comes first (rule R3). */
const endRoots = (
  roots: readonly ClientProcess[],
  atOnce: boolean,
  { graceMs, force }: Policy,
): readonly Step[] => [
  ...(atOnce
    ? []
    : [
        ...roots.map((root): Step => ({
          kind: 'ask',
          root,
          ways: [{ by: 'signal', process: root }],
        })),
        { kind: 'wait', roots, ms: graceMs } as const,
      ]),
  { kind: 'end', role: 'root', only: atOnce ? 'at-once' : 'if-still-there', roots },
  // Where the end is refused, nobody leaves by it.
  ...(force === 'never' ? [] : [{ kind: 'wait', roots, ms: END_MS } as const]),
];

/** The longest time that an edition of this client is known to go on writing, else the policy's. */
function quietMs({ client, platform, policy }: PlanInput): number {
  const known = editionsOn(client, platform).flatMap((edition) => edition.quietMs ?? []);
  return known.length > 0 ? Math.max(...known) : policy.purgeSettleMs;
}
