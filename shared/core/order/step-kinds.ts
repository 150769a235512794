import type { Client } from '../client.ts';
import { known } from '../known.ts';
import type { ClientProcess, Observation, Platform, Policy, Request, Step } from '../model.ts';
import { REQUESTS } from '../requests/index.ts';
import { wipedBy } from '../requests/wipe.ts';
import type { StepKind } from './step-kind.ts';

const kindOf = (step: Step): StepKind => (step.kind === 'end' ? `end-${step.role}` : step.kind);

/** The kinds of these steps, each once, in the order of the alphabet. */
export const kindsOf = (steps: readonly Step[]): readonly StepKind[] =>
  [...new Set(steps.map(kindOf))].sort();

/**
 * All that a request may do to a client, whether it runs or has left: what its rules plan for both. So an order of
 * 17:00 says the same as the plan of 18:30.
 */
export function possibleKinds(
  request: Request,
  client: Client,
  platform: Platform,
  policy: Policy,
): readonly StepKind[] {
  const asked = { client, platform, request: anyRoot(request), policy, trigger: 'order' } as const;
  const { kind } = request;
  // An exit that removes files goes on as a purge once its client is gone.
  const goesOn = wipedBy(request, policy).length > 0;
  const kinds = goesOn ? ([kind, 'purge'] as const) : [kind];
  const stepsFor = (seen: Observation) =>
    kinds.flatMap((one) => REQUESTS[one].steps({ ...asked, seen }));
  return kindsOf([running(client.id), gone(client.id)].flatMap(stepsFor));
}

/** An order that names its roots may do to them what it may do to any. */
const anyRoot = (request: Request): Request =>
  Object.fromEntries(
    Object.entries(request).filter(([name]) => name !== 'only'),
  ) as unknown as Request;

const gone = (client: string): Observation => ({
  client,
  processes: known([]),
  trayIcons: known([]),
  windows: known([]),
  others: [],
  doubts: [],
});

const running = (client: string): Observation => ({
  ...gone(client),
  processes: known([process(1, 'root'), process(2, 'helper')]),
  windows: known([{ id: '1', title: '', pid: 1, visible: true }]),
});

const process = (pid: number, role: ClientProcess['role']): ClientProcess => ({
  ...{ pid, role, startTime: '1', owner: '1', parent: 1, name: '' },
  ...{ exe: known('/'), args: known([]) },
});
