import type { Language } from '../core/explain.ts';
import { recognizer, type Recognizer } from '../core/identify.ts';
import type { Client } from '../core/client.ts';
import type { Observation, Plan, Policy, Progress, Refusal, Request, Tier } from '../core/model.ts';
import { map, unknown, type Known } from '../core/known.ts';
import type { Account, Listing } from '../core/listing.ts';
import { plan, wantedBy } from '../core/plan.ts';
import { remainingOf, type Elsewhere, type Receipt, type StatusLine } from '../core/receipt.ts';
import type { Machine } from '../machine/machine.ts';
import { finish } from './finish.ts';
import { snapshotsOf, memoryIn, type ClientSnapshot } from './snapshot.ts';
import { look, lookAgain, lookAtProcesses, lookPastHidden, QUICK_COUNT } from './look.ts';
import { freeable, hiddenIn, measure, type Freeable } from './measure.ts';
import { perform } from './perform.ts';
import { remembering } from './remember.ts';
import { lookBySecond } from './second-look.ts';
import { startedBy, withStarted } from './started.ts';
import { withinDesktop } from '../core/rules/all-is-what-the-person-sees.ts';

/** All that a surface brings along. */
export interface RequestContext {
  readonly machine: Machine;
  readonly clients: readonly Client[];
  readonly lang: Language;
  /** `command line`, `Raycast`, `Stream Deck`. */
  readonly surface: string;
  /** Aborted when the person no longer wants it: what was begun is finished, nothing new is begun. */
  readonly cancelled?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** What the verdict is made from: the last look, as soon as it was taken. */
  readonly onSeen?: (seen: Observation) => void;
  /** Shows what would go and asks whether it may; only called where the request says so. */
  readonly agree?: (client: Client, listing: Listing) => Promise<boolean>;
  /** Keeps the receipt, and answers where, if not in the state folder; a request is not over before this is. */
  readonly record?: (receipt: Receipt) => Elsewhere | undefined;
}

/** All that looking needs. */
export type ObserveContext = Pick<RequestContext, 'machine' | 'clients'>;

const recognizing = ({ machine, clients }: ObserveContext): Recognizer =>
  recognizer(clients, machine.platform, machine.places);

const find = (room: ObserveContext, id: string): Client => {
  const client = room.clients.find((one) => one.id === id);
  if (!client) throw new Error(`no such client: ${id}`);
  return client;
};

export { hiddenIn, type Freeable, type ClientSnapshot };

export interface Preview {
  readonly plan: Plan;
  readonly seen: Observation;
  /** Of a purge: exactly what would go, also where the client has to leave first. */
  readonly listing?: Known<Listing>;
}

/** What would be done. Changes nothing: `--dry-run` is stopping here. */
export async function preview(
  room: RequestContext,
  request: Request,
  policy: Policy,
): Promise<Preview> {
  const client = find(room, request.client);
  const inside = withinDesktop(recognizing(room), request);
  const seen = await look(room.machine, inside, room.clients, client.id);
  const situation = { client, platform: room.machine.platform, seen, request, policy };
  const planned = plan(situation);
  if (request.kind !== 'purge' || planned.refusals.some(({ code }) => code === 'not-removable'))
    return { plan: planned, seen };
  const listed = await room.machine.list(client, wantedBy(request));
  return { plan: planned, seen, listing: map(listed, ({ listing }) => listing) };
}

/** What every client is doing now. Files are not looked at: see `sizes`. */
export const observeAll = ({
  machine,
  clients,
}: ObserveContext): Promise<readonly ClientSnapshot[]> =>
  snapshotsOf(machine, recognizing({ machine, clients }), clients);

/**
 * What a purge of these tiers of one client would take, counting at most `limit` files: for who looks in passing.
 * Not looked at where the system asks a person first; `preview` of a purge looks.
 */
export const freeableOf = (
  room: ObserveContext,
  id: string,
  tiers: readonly Tier[],
  limit = Infinity,
): Promise<Known<Freeable>> =>
  room.machine.asksBeforeFiles
    ? Promise.resolve(NOT_LOOKED)
    : freeable(room.machine, find(room, id), tiers, limit);

const NOT_LOOKED = unknown('not-looked');

/** What a client that was looked at holds in memory, in bytes. */
export const memory = (
  { machine }: ObserveContext,
  { seen }: ClientSnapshot,
): Promise<Known<number>> => memoryIn(machine, seen);

/** What every given client is doing now, and what could be freed, counting at most `limit` files. */
export async function status(
  room: RequestContext,
  ids: readonly string[],
  limit = QUICK_COUNT,
): Promise<readonly StatusLine[]> {
  const { machine } = room;
  const glanced = new Map((await observeAll(room)).map((one) => [one.client, one]));
  return Promise.all(
    ids.map(async (id) => {
      const client = find(room, id);
      const glance = glanced.get(id);
      if (!glance) throw new Error(`not looked at: ${id}`);
      const { seen, presence } = glance;
      const asks = machine.asksBeforeFiles;
      const found = asks ? NOT_LOOKED : await measure(machine, client, limit);
      // Journals of a client that runs are in use, not left.
      const runs = !seen.processes.known || seen.processes.value.length > 0;
      const unmerged = runs ? NONE : asks ? NOT_LOOKED : await machine.unmerged(client);
      return {
        client: id,
        name: room.lang === 'zh' ? client.nameZh : client.name,
        presence,
        ...remainingOf(seen, found, unmerged),
      };
    }),
  );
}

/** The accounts of one client, with what each holds; `in-passing` where nobody asked about files. */
export async function accounts(
  room: ObserveContext,
  id: string,
  how: 'asked' | 'in-passing' = 'asked',
): Promise<Known<readonly Account[]>> {
  if (how === 'in-passing' && room.machine.asksBeforeFiles) return NOT_LOOKED;
  const client = find(room, id);
  const seen = await lookAtProcesses(room.machine, recognizing(room), room.clients, id);
  const found = await room.machine.accounts(client);
  const isGone = seen.processes.known && seen.processes.value.length === 0;
  // Journals of a client that runs are in use, not left.
  return map(found, (all) => (isGone ? all : all.map((one) => ({ ...one, unmerged: NONE }))));
}

const NONE = { known: true, value: [] } as const;

/**
 * Observe, plan, carry out, observe again, judge, record. Never throws for what a machine answers;
 * a second request for a client that is being worked on gets the refusal `busy`.
 */
export async function runRequest(
  room: RequestContext,
  request: Request,
  policy: Policy,
): Promise<Receipt> {
  const { machine, clients } = room;
  const began = machine.now();
  const client = find(room, request.client);
  const recognizeAnew = recognizing(room);
  const claim = await machine.lock(client.id, request.kind);
  if (!claim.granted) {
    const { holder } = claim;
    const busy: Refusal = {
      code: 'busy',
      subject: client.id,
      detail: `${holder.request}, pid ${holder.pid}, since ${holder.since}`,
    };
    const seen = await look(machine, recognizeAnew, clients, client.id);
    return finish({ room, client, request, began }, seen, { outcomes: [], refusals: [busy] });
  }
  try {
    const inside = withinDesktop(recognizeAnew, request);
    const before = await lookPastHidden(() => look(machine, inside, clients, client.id), machine);
    const recognize = remembering(inside, before);
    const started = await startedBy(machine, before);
    const planned = plan({ client, platform: machine.platform, seen: before, request, policy });
    const deed = await perform({ room, client, recognize, policy, request }, planned);
    const fresh = planned.steps.length === 0 ? before : deed.seen;
    const seen = await lookAgain(machine, recognize, clients, request, fresh);
    const second = request.secondLook
      ? await lookBySecond(machine, recognizeAnew, seen, clients)
      : { seen, outcomes: [] };
    const after = await withStarted(machine, client, second.seen, started);
    room.onSeen?.(after);
    return await finish({ room, client, request, began, lockedIn: claim.elsewhere }, after, {
      ...deed,
      outcomes: [...deed.outcomes, ...second.outcomes],
      refusals: [...planned.refusals, ...deed.refusals],
    });
  } finally {
    await claim.release();
  }
}
