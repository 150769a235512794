import { identityOf } from '../recognition/memory.ts';
import { rootIdentities } from '../root-identities.ts';
import type { Observation, ProcessIdentity } from '../model.ts';
import { listedBy, type Plan } from '../plan.ts';
import type { Exactly, Order } from './order.ts';
import type { OrderRefusal } from './refusals.ts';
import type { StepKind } from './step-kind.ts';
import { kindsOf } from './step-kinds.ts';

/** The clocks of two computers differ by less, in ms. */
export const SKEW_MS = 5 * 60_000;

/** The computer on which an order is to run. */
export interface ThisComputer {
  /** Its fingerprint; undefined where it does not say which computer it is. */
  readonly device: string | undefined;
  /** ms since 1970. */
  readonly now: number;
  /** The latest moment that is written down here, in ms since 1970. */
  readonly latest: number;
  /** The digest of the policy that is in force. */
  readonly policy: string;
}

/** What of an order does not fit this computer now. */
export function checkOrder(order: Order, { device, now, latest, policy }: ThisComputer) {
  const issued = Date.parse(order.issued);
  const found: (OrderRefusal | false)[] = [
    device === undefined && { code: 'order-no-device' },
    device !== undefined &&
      device !== order.device && { code: 'order-other-device', detail: order.device },
    now >= Date.parse(order.expires) && { code: 'order-expired', detail: order.expires },
    now < Math.max(issued, latest) - SKEW_MS && {
      code: 'order-clock',
      detail: new Date(Math.max(issued, latest)).toISOString(),
    },
    policy !== order.policy && { code: 'order-other-policy', detail: policy },
  ];
  return found.filter((one) => one !== false);
}

/** What of a fresh plan of one client is not what was approved. */
export function checkPlan(
  { steps, exactly }: Pick<Order, 'steps' | 'exactly'>,
  client: string,
  { plan, seen }: { readonly plan: Plan; readonly seen: Observation },
): readonly OrderRefusal[] {
  const more = kindsOf(plan.steps).filter((kind) => !steps.includes(kind));
  const changes = [...more, ...(exactly ? exactChanges(exactly, client, { plan, seen }) : [])];
  return changes.map((what) => ({ code: 'order-changed', detail: `${client}: ${what}` }));
}

/** Whether this version would do just the kinds of steps that were approved. */
export function checkSteps(
  { steps }: Pick<Order, 'steps'>,
  possible: readonly StepKind[],
): readonly OrderRefusal[] {
  const differ = [
    ...possible.filter((kind) => !steps.includes(kind)).map((kind) => `+${kind}`),
    ...steps.filter((kind) => !possible.includes(kind)).map((kind) => `-${kind}`),
  ];
  return differ.length === 0 ? [] : [{ code: 'order-changed', detail: differ.join(' ') }];
}

function exactChanges(
  { roots, lists }: Exactly,
  client: string,
  { plan, seen: { processes } }: { readonly plan: Plan; readonly seen: Observation },
): readonly string[] {
  const wanted = namesOf(roots[client] ?? []);
  const now = processes.known ? namesOf(rootIdentities(processes.value)) : undefined;
  const listing = listedBy(plan);
  const list = listing?.known ? listing.value.code : undefined;
  return [
    ...(wanted === now ? [] : ['roots']),
    ...(lists === undefined || lists[client] === list ? [] : [`list ${list ?? '?'}`]),
  ];
}

const namesOf = (roots: readonly ProcessIdentity[]): string => roots.map(identityOf).sort().join();
