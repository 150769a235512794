import { identityOf } from '../recognition/memory.ts';
import type { ClientProcess, Policy, Request, Step } from '../model.ts';
import type { PlanInput } from '../plan-input.ts';
import { quitMethodsFor } from '../quit-methods.ts';

/** How long an ended process may take to disappear, in ms; the kernel needs a moment, a zombie is gone. */
export const END_MS = 2_000;

/** The roots that are neither asked nor ended, because the person did not see them. */
export const sparedRoots = (input: PlanInput): readonly ClientProcess[] =>
  rootsIn(input).filter((one) => !isWanted(one, input.request));

/** The steps by which a client leaves: asked first, or ended at once. */
export function leaving(input: PlanInput, atOnce: boolean): readonly Step[] {
  const { seen, request, policy } = input;
  const all = seen.processes.known ? seen.processes.value : [];
  if (all.length === 0) return [];
  const roots = rootsIn(input).filter((one) => isWanted(one, request));
  const force = atOnce || request.then === 'force';
  return [
    ...(atOnce || roots.length === 0 ? [] : ask(roots, input)),
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
const isWanted = (root: ClientProcess, { only }: Request): boolean =>
  only === undefined || only.some((one) => identityOf(one) === identityOf(root));

const ask = (roots: readonly ClientProcess[], input: PlanInput): readonly Step[] => [
  ...roots.map((root): Step => ({ kind: 'ask', root, ways: quitMethodsFor(root, input) })),
  { kind: 'wait', roots, ms: input.policy.timeoutMs },
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
  { kind: 'end', role: 'root', roots },
  // Where the end is refused, nobody leaves by it.
  ...(force === 'never' ? [] : [{ kind: 'wait', roots, ms: END_MS } as const]),
];
