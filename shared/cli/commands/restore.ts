import type { Language } from '../../core/language.ts';
import { bytes } from '../../words/bytes.ts';
import { words } from '../../words/words.ts';
import { notPutBack } from '../../words/not-put-back.ts';
import { bookkeepingInWords } from '../../words/bookkeeping-in-words.ts';
import type { Receipt } from '../../core/receipt.ts';
import { canGo, type PutBack } from '../../engine/put-back.ts';
import type { Restored } from '../../machine/port/restored.ts';
import { localTime } from '../print/local-time.ts';
import { allReceipts } from '../../store/all-receipts.ts';
import { stateFolders } from '../../machine/files/state-folders.ts';
import { purgesOnRecord, type RecordedPurge } from '../../machine/files/trash-records.ts';
import type { PrintedRestore, PrintedThing } from '../../schema/printed/restore.ts';
import type { Same } from '../../schema/same.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';
import { refuseByPolicyFaults, throwPolicyFaults } from '../policy.ts';
import { finding, findingLines, type Finding } from '../print/findings.ts';
import { idIn } from '../resolve-clients.ts';
import { resetListLines, resetsNow, plainReset } from './restore-reset.ts';
import { restoresOf } from '../engine-of.ts';
import { notBackInWords } from '../print/proofs.ts';
import { restoring, type RestoreOptions } from '../restoring.ts';

/** One purge that can be restored, with what became of each thing, or would. */
type Purge = RecordedPurge & PutBack;

export const thingIsOne: Same<PrintedThing, Restored> = true;

/** Lists what purges moved into the trash, or puts back what one of them moved; 1 where something stays there. */
export async function restore(
  context: Context,
  record: string | undefined,
  options: RestoreOptions,
): Promise<ExitCode> {
  const { screen, json, lang, machine } = context;
  const { dryRun = false } = options;
  const say = words(lang);
  const { trash } = machine.files;
  const resets = record === undefined ? await listedResets(context) : [];
  if (!trash && resets.length === 0)
    throw new UsageError(say.restore.unsupported, say.restore.unsupportedNext);
  const { receipts, purges: onRecord } = trash ? purgesOn(context) : NONE;
  const purges = onRecord.filter((one) => record === undefined || one.record === record);
  const isThere = record === undefined || (await trash?.restore(record, 'dry')) !== undefined;
  if (record !== undefined && (purges.length === 0 || !isThere))
    throw new UsageError(say.restore.unknown(record), say.restore.unknownNext);
  const isDone = record !== undefined && !dryRun;
  await (isDone ? refuseByPolicyFaults : throwPolicyFaults)(
    context,
    'restore',
    purges.map((one) => one.client),
  );
  const restores = restoresOf(context);
  const ones = purges.map(({ client, record: id }) => ({
    ...{ client, record: id },
    wasPutBack: wasPutBack(receipts, id),
  }));
  const [only] = record === undefined || dryRun ? [] : ones;
  const done = only
    ? [await restores.putBack(only, restoring(context, only.client, options))]
    : await restores.previewBack(ones);
  const all = purges.flatMap((one, at) => (done[at] ? [{ ...one, ...done[at] }] : []));
  const printed: PrintedRestore = {
    schema: 'clean-exit/restore/1',
    purges: all.map(plain),
    ...(resets.length > 0 ? { resets: resets.map(plainReset) } : {}),
  };
  if (json) screen.json(printed);
  else {
    const isList = record === undefined;
    if (all.length > 0 || resets.length === 0)
      for (const line of lines(context, all, isList)) screen.say(line);
    for (const line of resetListLines(context, resets)) screen.say(line);
  }
  return record === undefined || all.every(isWhole) ? 0 : 1;
}

const NONE = { receipts: [], purges: [] } as const;

async function listedResets(context: Context) {
  await throwPolicyFaults(context, 'restore');
  return resetsNow(context);
}

/** Everything is back as it went, or could come back so. */
const isWhole = ({ items, refusal }: Purge): boolean =>
  !refusal && items.every(({ state }) => WHOLE.includes(state));

const WHOLE: readonly Restored['state'][] = ['restored', 'already-back', 'restorable'];

/** Every purge that left a record, newest first; a record holds also where its receipt could not be kept. */
function purgesOn({ machine }: Context): {
  readonly receipts: readonly Receipt[];
  readonly purges: readonly RecordedPurge[];
} {
  const folders = stateFolders(machine.places);
  try {
    const { receipts } = allReceipts(machine.places);
    const fromReceipts = receipts.flatMap(({ client, at, removed }) => {
      const { record, files = 0, bytes: size = 0 } = removed ?? {};
      return record === undefined ? [] : [{ record, client, at, files, bytes: size }];
    });
    const more = purgesOnRecord(folders, new Set(fromReceipts.map((one) => one.record)));
    const purges = [...fromReceipts, ...more].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
    return { receipts, purges };
  } catch (error) {
    const purges = purgesOnRecord(folders).toReversed();
    if (purges.length === 0) throw error;
    return { receipts: [], purges };
  }
}

/** Whether the receipts of restores say that a thing of a record went back, also where it was altered. */
function wasPutBack(receipts: readonly Receipt[], record: string): (from: string) => boolean {
  const restores = receipts.filter(({ restored }) => restored?.record === record);
  const isAll = restores.some(({ restored }) => restored?.back === restored?.things);
  const went = restores.flatMap(({ steps }) =>
    steps.filter(({ outcome, why }) => outcome === 'done' || why === 'altered'),
  );
  const subjects = new Set(went.map(({ subject }) => subject));
  return (from) => isAll || subjects.has(from);
}

const plain = ({
  record,
  client,
  at,
  files,
  bytes: size,
  items,
  refusal,
  receipt,
}: Purge): PrintedRestore['purges'][number] => ({
  ...{ record, client, at, files, bytes: size, items },
  ...(refusal ? { refusal } : {}),
  ...(receipt ? { receipt } : {}),
});

function lines(context: Context, all: readonly Purge[], isList: boolean): readonly string[] {
  const { lang } = context;
  const say = words(lang);
  if (isList && all.length === 0) return [say.restore.none];
  const first = all.find(({ items }) => items.some(canGo));
  const how = first ? [say.restore.how(first.record)] : [];
  if (isList)
    return [
      ...findingLines(
        all.map((one) => purgeFinding(context, one)),
        context.screen,
      ),
      ...how,
    ];
  return all.flatMap(({ record, items, refusal, receipt }) => [
    // A restore that stopped in the middle shows each thing.
    ...(refusal && !receipt?.steps.length
      ? refusalLines(context, refusal, record)
      : findingLines(
          items.map((one) => itemFinding(context, one)),
          context.screen,
        )),
    ...(refusal && receipt?.steps.length ? stoppedLines(context, refusal) : []),
    ...(receipt ? bookkeepingInWords(receipt, say) : []),
  ]);
}

/** Why nothing was put back of this record. */
function refusalLines(
  context: Context,
  refusal: NonNullable<PutBack['refusal']>,
  record: string,
): string[] {
  const name = idIn(context, refusal.subject);
  const { what, next } = notBackInWords(refusal, record, name, context.lang);
  return [what, `  ${next}`];
}

function stoppedLines(context: Context, refusal: NonNullable<PutBack['refusal']>): string[] {
  const say = words(context.lang);
  const { subject, detail } = refusal;
  const why = detail ? ` (${detail})` : '';
  return [say.restore.stopped(idIn(context, subject), why), `  ${notPutBack(refusal, say).next}`];
}

function purgeFinding(context: Context, purge: Purge): Finding {
  const { lang, screen } = context;
  const { record, client, at, items, refusal } = purge;
  const can = items.filter(({ state }) => state === 'restorable').length;
  const before = items.filter(({ state }) => state === 'already-back').length;
  const more = items.filter(({ state }) => /^restorable-/.test(state)).length;
  return finding(
    [screen.paint.bold(record), localTime(at), idIn(context, client), bytes(purge.bytes)],
    refusal
      ? notPutBack(refusal, words(lang), idIn(context, refusal.subject)).what
      : countOf(lang, items.length, { can, more, before }),
  );
}

interface Counts {
  readonly can: number;
  readonly more: number;
  readonly before: number;
}

const countOf = (lang: Language, all: number, { can, more, before }: Counts): string =>
  before > 0 && before === all
    ? words(lang).restore.thing['already-back']
    : words(lang).restore.count(can, all) +
      (more > 0 ? words(lang).restore.countMore(more) : '') +
      (before > 0 ? words(lang).restore.countBefore(before) : '');

const itemFinding = (
  { lang, screen }: Context,
  { from, state, left = [], altered = [] }: Restored,
): Finding =>
  finding([screen.paint.bold(from)], words(lang).restore.thing[state], ...left, ...altered);
