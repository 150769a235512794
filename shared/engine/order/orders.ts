import { unknown, type Known } from '../../core/known.ts';
import type { Request } from '../../core/model.ts';
import type { Approval, Exactly, Order } from '../../core/order/order.ts';
import type { OrderRefusal } from '../../core/order/refusals.ts';
import { sortedRoots } from '../../core/order/meaning.ts';
import { listedBy } from '../../core/plan.ts';
import { requestsOf } from '../../core/order/requests-of.ts';
import type { OrderLine, Receipt } from '../../core/receipt.ts';
import { rootIdentities } from '../../core/root-identities.ts';
import { jointDigest, orderDigest } from '../../store/order-digest.ts';
import { orderBook } from '../../store/order-book.ts';
import type { RequestUi, RunContext } from '../context.ts';
import { contextsOf, type EngineOptions } from '../engine.ts';
import { once } from '../once.ts';
import { previewOf, type Preview } from '../preview.ts';
import { runRequest } from '../run.ts';
import { refused } from './refused.ts';
import { stepsOf, verify, type Part } from './verify.ts';

/** What a person asks for who needs the approval of two others. */
export type Wanted = Pick<
  Order,
  'kind' | 'clients' | 'then' | 'tiers' | 'account' | 'permanently' | 'everything'
> & {
  /** ms since 1970. */
  readonly expires: number;
  /** Names the roots and the list that are there now. */
  readonly exactly?: boolean | undefined;
  /** Another computer and its policy, in the place of this one's. */
  readonly device?: string | undefined;
  readonly policy?: string | undefined;
};

/** An order, or why there can be none. */
export type Made =
  | { readonly order: Order }
  | { readonly noDevice: true }
  /** Clients of which not all can be seen. */
  | { readonly blind: readonly string[] };

/** What became of an order: a receipt a client, and whether it began, so that it does not run again. */
export interface OrderRun {
  readonly digest: string;
  readonly began: boolean;
  readonly receipts: readonly Receipt[];
}

/** Requests that run with the approval of two persons. Each function throws PolicyFault. */
export interface Orders {
  /** The fingerprint of this computer. */
  device(): Promise<Known<string>>;
  /** The digest of the policy that is in force here, for these clients or as such. */
  policy(clients: readonly string[]): Promise<string>;
  /** Writes an order down. Changes nothing. */
  make(wanted: Wanted): Promise<Made>;
  /** What two persons sign: 64 hexadecimal digits. */
  digestOf(order: Order): string;
  /** Checks everything, spends the order, and does it; a refused order is not spent, and leaves receipts as well. */
  run(order: Order, approvals: readonly Approval[], ui?: RequestUi): Promise<OrderRun>;
}

/** The orders of one computer and one surface. */
export function openOrders(options: Omit<EngineOptions, 'trigger'>): Orders {
  const { machine, store } = options;
  const { policyOf: found, running, looking } = contextsOf({ ...options, trigger: 'order' });
  const partsOf = (requests: readonly Request[], ui: RequestUi = {}): Promise<readonly Part[]> =>
    Promise.all(
      requests.map(async (request) => ({
        request,
        context: await running(byOrder(ui), request.kind, request),
      })),
    );
  const policyOf = async (parts: readonly Part[]): Promise<string> =>
    jointDigest(await Promise.all(parts.map(({ context }) => store.digestOf(context.policy))));
  const device = async (): Promise<Known<string>> =>
    (await machine.device?.()) ?? unknown('unsupported');
  return {
    device,
    digestOf: orderDigest,
    policy: async (clients) => {
      const policies = clients.map(
        async (client) => (await found({ kind: 'exit', client })).policy,
      );
      const all = clients.length === 0 ? [found().then(({ policy }) => policy)] : policies;
      return jointDigest(await Promise.all((await Promise.all(all)).map(store.digestOf)));
    },
    make: async (wanted) => {
      const { exactly, device: other, policy, expires, ...asked } = wanted;
      const here = other === undefined ? await device() : { known: true as const, value: other };
      if (!here.known) return { noDevice: true };
      const parts = await Promise.all(
        requestsOf(asked).map(async (request) => ({
          request,
          context: await looking(request.kind, request),
        })),
      );
      const now = machine.clock.now();
      const seen = exactly ? await exactlyNow(parts) : undefined;
      if (seen && 'blind' in seen) return seen;
      return {
        order: {
          ...{ schema: 'clean-exit/order/1', ...asked, steps: stepsOf(parts) },
          ...{ policy: policy ?? (await policyOf(parts)), device: here.value },
          nonce: store.newId().replaceAll('-', ''),
          issued: new Date(now).toISOString(),
          expires: new Date(expires).toISOString(),
          ...(seen === undefined ? {} : { exactly: seen }),
        },
      };
    },
    run: async (order, approvals, ui = {}) => {
      const digest = orderDigest(order);
      const bare = await partsOf(requestsOf(order), ui);
      const book = orderBook(machine.places);
      const found = await verify(order, digest, approvals, bare, { machine, book });
      const signed = { digest, approvedBy: found.approvers };
      const isRefused = found.refusals.length > 0;
      let began = false;
      const spendOrder = once(async () => {
        const why = spend(book, order.nonce, digest, machine.clock.now());
        began = why === undefined;
        return why;
      });
      const receipts = await Promise.all(
        bare.map((part) =>
          isRefused
            ? refused(withOrder(part, { order: signed }), found.refusals)
            : runPart(withOrder(part, { ...approvedBy(signed), spendOrder })),
        ),
      );
      return { digest, began, receipts };
    },
  };
}

const runPart = ({ context, request }: Part): Promise<Receipt> => runRequest(context, request);

type OfOrder = Pick<RunContext, 'order' | 'approvedBy' | 'spendOrder'>;

const withOrder = ({ request, context }: Part, order: OfOrder): Part => ({
  request,
  context: { ...context, ...order },
});

const approvedBy = (order: OrderLine): OfOrder => ({
  order,
  approvedBy: order.approvedBy.map(({ principal }) => principal),
});

/** Two persons agreed to it: nobody is asked whether anything may be ended by force. */
const byOrder = (ui: RequestUi): RequestUi => ({
  ...ui,
  satisfy: async (question) =>
    question.kind === 'confirm-force' ? 'option' : ui.satisfy?.(question),
});

/** Writes down that the order runs; why it does not, where another run did so before or it cannot be written. */
function spend(
  book: ReturnType<typeof orderBook>,
  nonce: string,
  digest: string,
  now: number,
): OrderRefusal | undefined {
  try {
    const isOurs = book.use(nonce, { digest, at: new Date(now).toISOString() });
    return isOurs ? undefined : { code: 'order-used' };
  } catch (error) {
    return { code: 'order-not-kept', detail: String(error) };
  }
}

/** The roots that are there, and of a purge or a reset what it lists; or the clients of which one of these cannot be seen. */
async function exactlyNow(
  parts: readonly Part[],
): Promise<Exactly | { readonly blind: readonly string[] }> {
  const previews = await Promise.all(
    parts.map(({ context, request }) => previewOf(context, request)),
  );
  const isBlind = ({ seen, plan }: Preview): boolean =>
    !seen.processes.known || listedBy(plan)?.known === false;
  if (previews.some(isBlind))
    return { blind: previews.filter(isBlind).map(({ seen }) => seen.client) };
  const roots = previews.map(
    ({ seen: { client, processes } }) =>
      [client, sortedRoots(processes.known ? rootIdentities(processes.value) : [])] as const,
  );
  const lists = previews.flatMap(({ seen: { client }, plan }) => {
    const listing = listedBy(plan);
    return listing?.known ? [[client, listing.value.code] as const] : [];
  });
  return {
    roots: Object.fromEntries(roots),
    ...(lists.length === 0 ? {} : { lists: Object.fromEntries(lists) }),
  };
}
