import { presentVerdict } from '../core/judge.ts';
import { unknown, whyText, type Known } from '../core/known.ts';
import type { ClientId, Outcome, Refusal } from '../core/model.ts';
import { reason, type ReasonCode } from '../core/reason.ts';
import type { Receipt } from '../core/receipt.ts';
import { forbiddenBy } from '../core/policy.ts';
import { holds } from '../core/rules/remove-nothing-under-hold.ts';
import type { ResetRecord, ResetThing, BroughtBack } from '../machine/port/resets.ts';
import type { Noted } from './audit.ts';
import type { RunContext } from './context.ts';
import { lockAll, lockedIn } from './lock-all.ts';
import { look } from './look.ts';
import { mayTouch, type Looking } from './may-touch.ts';
import { recognizerOf } from './recognizer-of.ts';
import { keepNoted, noteRestore, unwritable } from './noting.ts';
import { receiptOf } from './receipt-of.ts';
import { recordRestoreFault } from './restore-fault.ts';
import { proofsToRestore, type RestoreProofs } from './restore-proofs.ts';
import { movedOf } from './steps/set-aside.ts';

/** What became of each thing that was set aside, or would; the receipt where something was to be done. */
export interface ResetBack extends BroughtBack {
  readonly receipt?: Receipt;
}

/** What would come back of each, what would be set aside first, and why it would be refused. Changes nothing. */
export async function previewResetBack(
  context: RunContext,
  records: readonly ResetRecord[],
): Promise<readonly ResetBack[]> {
  const all: ResetBack[] = [];
  for (const record of records) {
    const looking = lookingAt(context, record);
    const refusal = isOut(record)
      ? await refusalTo(context, record, looking, await reachedBy(context, record))
      : undefined;
    const { things } = record;
    const back = looking && !refusal ? await backOf(context, looking, record, 'dry') : undefined;
    all.push({ things, ...back, ...(refusal ? { refusal } : {}) });
  }
  return all;
}

const isOut = ({ things }: ResetRecord): boolean =>
  things.some(({ state }) => state === 'set-aside');

/**
 * Brings back what one record names, while nobody else works on a client whose folder it reaches into; what is there now
 * is set aside first. Looks again before each thing, and leaves a receipt.
 */
export async function bringBack(context: RunContext, record: ResetRecord): Promise<ResetBack> {
  const { machine, ui } = context;
  const began = machine.clock.now();
  const reached = await reachedBy(context, record);
  const locks = await lockAll(context, [record.client, ...(reached.known ? reached.value : [])]);
  let noted: Noted | undefined;
  try {
    const looking = lookingAt(context, record);
    const refusing = () => refusalTo(context, record, looking, reached);
    const blocked = locks.busy ?? (await refusing());
    const proved: RestoreProofs =
      blocked || !isOut(record) ? {} : await proofsToRestore(context, record.client, record.id);
    // A dialog takes time.
    const again = proved.proofs ? await refusing() : undefined;
    const unproved = blocked ?? proved.refusal ?? again;
    noted = await noteRestore(
      context,
      { client: record.client, record: record.id },
      unproved,
      proved.proofs,
    );
    const first = unproved ?? unwritable(context, noted);
    let refusal = first;
    let back: BroughtBack | undefined;
    if (looking && !first) {
      const order = {
        mayTouch: async () => (refusal ??= await refusing()),
        ...(ui.signal ? { cancelled: ui.signal } : {}),
      };
      back = await backOf(context, looking, record, order);
      refusal = back.refusal ?? refusal;
    }
    const things = back?.things ?? record.things;
    const newer = back?.newer;
    const ms = machine.clock.now() - began;
    const outcomes = first
      ? []
      : [...movedOutcome(record, newer, ms), ...things.map((one) => outcomeOf(one, record, ms))];
    const seen = await look(context, recognizerOf(context), record.client);
    const isBack = ({ state }: ResetThing): boolean => state === 'at-home';
    const before = record.things.filter(isBack).length;
    const elsewhere = lockedIn(locks);
    const receipt = await receiptOf(
      context,
      { client: record.client, request: 'restore' },
      {
        ...{ began, verdict: presentVerdict(seen), outcomes, after: seen },
        refusals: refusal ? [refusal] : [],
        ...{ sizes: unknown('not-looked'), unmerged: unknown('not-looked') },
        more: {
          restored: {
            ...{ record: record.id, things: things.length, back: things.filter(isBack).length },
            ...(before > 0 ? { before } : {}),
          },
          ...(proved.proofs?.length ? { proofs: proved.proofs } : {}),
          ...(newer && newer.things > 0 ? { moved: movedOf(newer) } : {}),
          ...(elsewhere === undefined ? {} : { lockedIn: elsewhere }),
        },
      },
    );
    return {
      things,
      ...(newer ? { newer } : {}),
      ...(refusal ? { refusal } : {}),
      receipt: await keepNoted(context, noted, receipt),
    };
  } catch (error) {
    await recordRestoreFault(context, { client: record.client, began, noted }, error);
    throw error;
  } finally {
    for (const one of locks.held) await one.release();
  }
}

/** A look that breaks is blind, and never a reason to go on. */
async function backOf(
  { machine }: RunContext,
  { client }: Looking,
  record: ResetRecord,
  order: Parameters<NonNullable<RunContext['machine']['files']['resets']>['back']>[2],
): Promise<BroughtBack> {
  const none = { things: record.things };
  try {
    const back = await machine.files.resets?.back(record.id, client, order);
    return back ?? { ...none, refusal: { code: 'not-supported', subject: record.client } };
  } catch (error) {
    return { ...none, refusal: { code: 'blind', subject: record.client, detail: String(error) } };
  }
}

/** Undefined where the client left the catalogue. */
function lookingAt(context: RunContext, { client: id }: ResetRecord): Looking | undefined {
  const client = context.clients.find((one) => one.id === id);
  return client && { context, client, recognize: recognizerOf(context) };
}

/** The clients into whose folders this would come back. */
const reachedBy = async (
  { machine, clients }: RunContext,
  { id }: ResetRecord,
): Promise<Known<readonly ClientId[]>> =>
  (await machine.files.resets?.reached(id, clients)) ?? unknown('unsupported');

/** A hold, or a client that may run, of all whose folders it would reach into. */
async function refusalTo(
  { policy, origin }: RunContext,
  { client: subject }: ResetRecord,
  looking: Looking | undefined,
  reached: Known<readonly ClientId[]>,
): Promise<Refusal | undefined> {
  if (holds(policy)) return { code: 'hold', subject, ...forbiddenBy(origin, 'hold') };
  if (!looking) return { code: 'not-looked-at', subject };
  if (!reached.known) return { code: 'blind', subject, detail: whyText(reached.why) };
  return mayTouch(
    looking,
    reached.value.filter((one) => one !== subject),
  );
}

function movedOutcome(
  { client: subject }: ResetRecord,
  newer: BroughtBack['newer'],
  ms: number,
): readonly Outcome[] {
  if (!newer || newer.things === 0) return [];
  const why = reason('set-aside', String(newer.things));
  return [{ kind: 'set-aside', subject, outcome: 'done', reason: why, ms }];
}

function outcomeOf({ from, state }: ResetThing, record: ResetRecord, ms: number): Outcome {
  const was = record.things.find((one) => one.from === from)?.state;
  if (state === 'at-home')
    return { kind: 'restore', subject: from, outcome: was === state ? 'already' : 'done', ms };
  return { kind: 'restore', subject: from, outcome: 'failed', reason: reason(WHY[state]), ms };
}

const WHY: Readonly<Record<Exclude<ResetThing['state'], 'at-home'>, ReasonCode>> = {
  'set-aside': 'stopped',
  missing: 'failed',
  occupied: 'occupied',
  denied: 'denied',
  'behind-link': 'behind-link',
  stopped: 'stopped',
};
