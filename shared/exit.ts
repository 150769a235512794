import { recognizer, type Recognizer } from './core/identify.ts';
import { judge } from './core/judge.ts';
import { explainRefusal, type Language } from './core/explain.ts';
import { unknown, type Known } from './core/known.ts';
import type { Client } from './core/client.ts';
import type { Observation, Plan, Policy, Progress, Refusal, Request } from './core/model.ts';
import { plan } from './core/plan.ts';
import { presence } from './core/presence.ts';
import { leftLines, type Receipt, type StatusLine } from './core/receipt.ts';
import type { Machine } from './machine/machine.ts';
import { look, lookAgain } from './exit/look.ts';
import { perform } from './exit/perform.ts';

/** All that a surface brings along. */
export interface Room {
  readonly machine: Machine;
  readonly clients: readonly Client[];
  readonly lang: Language;
  /** `command line`, `Raycast`, `Stream Deck`. */
  readonly surface: string;
  onProgress?(progress: Progress): void;
  /** Keeps the receipt; a request is not over before this is. */
  record?(receipt: Receipt): Promise<void>;
}

/** How a purge goes about it; without it the trash is used. */
export interface Manner {
  readonly permanently?: boolean;
}

/** Files that one quick look may count before it says that it does not know. */
export const QUICK_COUNT = 2_000;

const find = (room: Room, id: string): Client => {
  const client = room.clients.find((one) => one.id === id);
  if (!client) throw new Error(`no such client: ${id}`);
  return client;
};

const recognizerOf = (room: Room): Recognizer =>
  recognizer(room.clients, room.machine.platform, room.machine.places);

/** What would be done. Changes nothing: `--dry-run` is stopping here. */
export async function preview(
  room: Room,
  request: Request,
  policy: Policy,
): Promise<{ readonly plan: Plan; readonly seen: Observation }> {
  const client = find(room, request.client);
  const seen = await look(room.machine, recognizerOf(room), room.clients, client.id);
  const situation = { client, platform: room.machine.platform, seen, request, policy };
  return { plan: plan(situation), seen };
}

/** What every given client is doing now, and what could be freed. */
export async function status(
  room: Room,
  ids: readonly string[],
  limit = QUICK_COUNT,
): Promise<readonly StatusLine[]> {
  const { machine } = room;
  const sighting = await machine.observe(room.clients, { trayIcons: true, windows: true });
  const sorted = recognizerOf(room)(sighting);
  return Promise.all(
    ids.map(async (id) => {
      const client = find(room, id);
      const seen = sorted.get(id);
      if (!seen) throw new Error(`not looked at: ${id}`);
      return {
        client: id,
        name: client.name,
        presence: presence(seen),
        others: seen.others.length,
        ...leftLines(seen, await machine.measure(client, ['cache'], limit)),
      };
    }),
  );
}

/**
 * Observe, plan, carry out, observe again, judge, record. Never throws for what a machine answers;
 * a second request for a client that is being worked on gets the refusal `busy`.
 */
export async function carryOut(
  room: Room,
  request: Request,
  policy: Policy,
  manner: Manner = {},
): Promise<Receipt> {
  const { machine } = room;
  const began = machine.now();
  const client = find(room, request.client);
  const recognize = recognizerOf(room);
  const claim = await machine.claim(client.id, request.kind);
  if (!claim.granted) {
    const { holder } = claim;
    const busy: Refusal = {
      code: 'busy',
      subject: client.id,
      detail: `${holder.request}, pid ${holder.pid}, since ${holder.since}`,
    };
    const seen = await look(machine, recognize, room.clients, client.id);
    return finish(room, request, seen, began, { outcomes: [], refusals: [busy] });
  }
  try {
    const before = await look(machine, recognize, room.clients, client.id);
    const planned = plan({ client, platform: machine.platform, seen: before, request, policy });
    const deed = await perform({ room, client, recognize, policy, request, manner }, planned);
    const after =
      planned.steps.length === 0
        ? before
        : await lookAgain(machine, recognize, room.clients, client.id);
    const receipt = await finish(room, request, after, began, {
      outcomes: deed.outcomes,
      refusals: [...planned.refusals, ...deed.refusals],
      ...(deed.freedBytes === undefined ? {} : { freedBytes: deed.freedBytes }),
    });
    await room.record?.(receipt);
    return receipt;
  } finally {
    await claim.release();
  }
}

interface Deed {
  readonly outcomes: Receipt['steps'];
  readonly refusals: readonly Refusal[];
  readonly freedBytes?: number;
}

async function finish(
  room: Room,
  request: Request,
  after: Observation,
  began: number,
  deed: Deed,
): Promise<Receipt> {
  const { machine } = room;
  const verdict = judge(request, after, deed.outcomes, deed.refusals);
  const client = find(room, request.client);
  const bytes: Known<number> =
    verdict === 'unknown'
      ? unknown('not-looked')
      : await machine.measure(client, ['cache'], QUICK_COUNT);
  return {
    schema: 'clean-exit/receipt/1',
    client: request.client,
    request: request.kind,
    ...(request.then ? { then: request.then } : {}),
    verdict,
    steps: deed.outcomes,
    refusals: deed.refusals.map((refusal) => ({
      code: refusal.code,
      subject: refusal.detail ? `${refusal.subject} (${refusal.detail})` : refusal.subject,
      next: explainRefusal(refusal, room.lang).next,
    })),
    left: leftLines(after, bytes),
    ...(deed.freedBytes === undefined ? {} : { freedBytes: deed.freedBytes }),
    elapsedMs: machine.now() - began,
    at: new Date(machine.now()).toISOString(),
    surface: room.surface,
  };
}
