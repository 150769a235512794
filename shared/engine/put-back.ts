import { demandedProofs } from '../core/every-demand.ts';
import { presentVerdict } from '../core/judge.ts';
import { unknown, whyText, type Known } from '../core/known.ts';
import type { ClientId, Observation, Outcome, Refusal } from '../core/model.ts';
import { reason } from '../core/reason.ts';
import type { Receipt, Restoration } from '../core/receipt.ts';
import { forbiddenBy } from '../core/policy.ts';
import { holds } from '../core/rules/remove-nothing-under-hold.ts';
import { refusalWhile } from '../core/rules/touch-only-when-gone.ts';
import type { Noted } from './audit.ts';
import type { RunContext } from './context.ts';
import type { Client } from '../core/client.ts';
import type { Files } from '../machine/port/files.ts';
import type { Restored } from '../machine/port/restored.ts';
import type { RestoreOrder } from '../machine/port/removal.ts';
import { lockAll, lockedIn } from './lock-all.ts';
import { look } from './look.ts';
import { observe } from './observe.ts';
import { recognizerOf } from './recognizer-of.ts';
import { once } from './once.ts';
import { keepNoted, noteRestore, unwritable } from './noting.ts';
import { receiptOf } from './receipt-of.ts';
import { recordRestoreFault } from './restore-fault.ts';
import { proofsToRestore, type RestoreProofs } from './restore-proofs.ts';

/** What a purge moved into the trash, and whose it is; the client may have left the catalogue. */
export interface InTrashOf {
  readonly client: string;
  readonly record: string;
  /** Whether an earlier restore put back what was here. */
  readonly wasPutBack?: (from: string) => boolean;
}

/** What became of each thing, or would; why it is refused; the receipt where something was to be done. */
export interface PutBack {
  readonly items: readonly Restored[];
  readonly refusal?: Refusal;
  readonly receipt?: Receipt;
}

/**
 * What would be put back of each, and why it would be refused: one look for all, taken as the deed takes it.
 * Undefined where there is no such record any more.
 */
export async function previewBack(
  context: RunContext,
  ones: readonly InTrashOf[],
): Promise<readonly (PutBack | undefined)[]> {
  const looks = once(() => lookAt(context));
  const all: (PutBack | undefined)[] = [];
  for (const one of ones) {
    const items = await itemsOf(context, one, 'dry');
    const refusal = items?.some(canGo) ? await refusalTo(context, one, looks) : undefined;
    all.push(items && { items, ...(refusal ? { refusal } : {}) });
  }
  return all;
}

/**
 * Puts back what one purge moved into the trash, while nobody else works on a client whose folder it reaches into;
 * looks again while it works, and stops where such a client comes. Leaves a receipt.
 */
export async function putBack(context: RunContext, one: InTrashOf): Promise<PutBack> {
  const { machine } = context;
  const began = machine.clock.now();
  const reached = await reachedBy(machine.files, one.record, context.clients);
  const locks = await lockAll(context, [one.client, ...(reached.known ? reached.value : [])]);
  let noted: Noted | undefined;
  try {
    const refusing = (): Promise<Refusal | undefined> =>
      refusalTo(context, one, () => lookAt(context), reached);
    const blocked = locks.busy ?? (await refusing());
    const proved = blocked ? {} : await provedFor(context, one);
    // A dialog takes time.
    const unproved = blocked ?? proved.refusal ?? (proved.proofs && (await refusing()));
    noted = await noteRestore(context, one, unproved, proved.proofs);
    const first = unproved ?? unwritable(context, noted);
    const would = first && (await itemsOf(context, one, 'dry'));
    let refusal = would?.some(canGo) ? first : undefined;
    const isRefused = refusal !== undefined;
    const { signal } = context.ui;
    const order = {
      mayTouch: async () => (refusal = await refusalOrBlind(one, refusing)),
      ...(signal ? { cancelled: signal } : {}),
    };
    const items = would ?? (await itemsOf(context, one, order)) ?? [];
    const outcomes = isRefused
      ? []
      : items.map((item) => outcomeOf(item, machine.clock.now() - began));
    const seen = await look(context, recognizerOf(context), one.client);
    const elsewhere = lockedIn(locks);
    const receipt = await receiptOf(
      context,
      { client: one.client, request: 'restore' },
      {
        ...{ began, verdict: presentVerdict(seen), outcomes, after: seen },
        refusals: refusal ? [refusal] : [],
        ...{ sizes: unknown('not-looked'), unmerged: unknown('not-looked') },
        more: {
          restored: restorationOf(one.record, items.length, outcomes),
          ...(proved.proofs?.length ? { proofs: proved.proofs } : {}),
          ...(elsewhere === undefined ? {} : { lockedIn: elsewhere }),
        },
      },
    );
    const kept = await keepNoted(context, noted, receipt);
    return { items, ...(refusal ? { refusal } : {}), receipt: kept };
  } catch (error) {
    await recordRestoreFault(context, { client: one.client, began, noted }, error);
    throw error;
  } finally {
    for (const one of locks.held) await one.release();
  }
}

/** Where nothing can go back nobody has to prove anything. */
async function provedFor(context: RunContext, one: InTrashOf): Promise<RestoreProofs> {
  if (demandedProofs(context.policy, 'restore', context.trigger).length === 0) return {};
  const would = await itemsOf(context, one, 'dry');
  return would?.some(canGo) ? proofsToRestore(context, one.client, one.record) : {};
}

/**
 * What became of each thing. Of what is no longer in the trash, where a later purge may have taken its name, a
 * restore of before may know where it went.
 */
async function itemsOf(
  { machine }: RunContext,
  { record, wasPutBack }: InTrashOf,
  order: RestoreOrder | 'dry',
): Promise<readonly Restored[] | undefined> {
  const items = await machine.files.trash?.restore(record, order);
  return items?.map((item) =>
    /^(not-in-trash|changed)$/.test(item.state) && wasPutBack?.(item.from)
      ? { ...item, state: 'already-back' }
      : item,
  );
}

/** Of what cannot go back anyway nothing has to be refused. */
export const canGo = ({ state }: Restored): boolean => state.startsWith('restorable');

/** A look that breaks is blind, and never a reason to go on. */
async function refusalOrBlind(
  { client }: InTrashOf,
  look: () => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  try {
    return await look();
  } catch (error) {
    return { code: 'blind', subject: client, detail: String(error) };
  }
}

/** Where nothing can be put back nobody knows whose folders it would be. */
const reachedBy = async (
  { trash }: Files,
  record: string,
  clients: readonly Client[],
): Promise<Known<readonly ClientId[]>> =>
  trash ? trash.reached(record, clients) : unknown('unsupported');

/** A hold, or a client that may run, of all whose folders it would reach into. */
async function refusalTo(
  context: RunContext,
  { client: id, record }: InTrashOf,
  looks: () => Promise<Looks>,
  before?: Known<readonly ClientId[]>,
): Promise<Refusal | undefined> {
  const { machine, clients } = context;
  const held = await heldIn(context, id);
  if (held) return held;
  if (!clients.some((one) => one.id === id)) return { code: 'not-looked-at', subject: id };
  const reached = before ?? (await reachedBy(machine.files, record, clients));
  if (!reached.known) return { code: 'blind', subject: id, detail: whyText(reached.why) };
  for (const one of reached.value) {
    const alsoHeld = await context.holdNow?.(one);
    if (alsoHeld) return alsoHeld;
  }
  const seen = await looks();
  return [id, ...reached.value].map((one) => refusalWhile(one, seen.get(one))).find(Boolean);
}

const heldIn = async (
  { policy, origin, holdNow }: RunContext,
  id: ClientId,
): Promise<Refusal | undefined> =>
  holds(policy)
    ? { code: 'hold', subject: id, ...forbiddenBy(origin, 'hold') }
    : await holdNow?.(id);

const outcomeOf = ({ from, state }: Restored, ms: number): Outcome => ({
  kind: 'restore',
  subject: from,
  outcome: OUTCOMES[state] ?? 'failed',
  ...(OUTCOMES[state] ? {} : { reason: reason(state) }),
  ms,
});

const OUTCOMES: Readonly<Partial<Record<Restored['state'], Outcome['outcome']>>> = {
  restored: 'done',
  'already-back': 'already',
};

const isBack = ({ outcome }: Outcome): boolean => outcome === 'done' || outcome === 'already';

function restorationOf(record: string, things: number, outcomes: readonly Outcome[]): Restoration {
  const before = outcomes.filter(({ outcome }) => outcome === 'already').length;
  return { record, things, back: outcomes.filter(isBack).length, ...(before ? { before } : {}) };
}

type Looks = ReadonlyMap<ClientId, Observation>;

const lookAt = (context: RunContext): Promise<Looks> =>
  observe(context, recognizerOf(context), { trayIcons: false, windows: false });
