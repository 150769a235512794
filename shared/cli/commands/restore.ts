import { bytes, text } from '../../core/explain.ts';
import type { Text } from '../../core/words/words.ts';
import type { Receipt } from '../../core/receipt.ts';
import { glances } from '../../exit.ts';
import type { Restored } from '../../machine/machine.ts';
import { likelyAmong } from '../../core/rules/what-is-not-recognised-is-not-gone.ts';
import { localTime } from '../print/local-time.ts';
import { recorded } from '../../machine/keep/recorded.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';
import { table } from '../print/table.ts';
import { roomOf } from '../room.ts';

/** One purge that can be restored, with what became of each thing. */
interface Purge {
  readonly record: string;
  readonly receipt: Receipt;
  readonly items: readonly Restored[];
}

/** Lists what purges moved into the trash, or puts back what one of them moved; 1 where something stays there. */
export async function restore(
  context: Context,
  record: string | undefined,
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<ExitCode> {
  const { screen, json, lang, machine } = context;
  if (!machine.restore)
    throw new UsageError(text(lang, 'restoreUnsupported'), text(lang, 'restoreUnsupportedNext'));
  const all = purgesIn(context);
  if (record === undefined) {
    if (json) screen.json({ schema: 'clean-exit/restore/1', purges: all.map(plain) });
    else for (const line of listLines(context, all)) screen.say(line);
    return 0;
  }
  const purge = all.find((one) => one.record === record);
  if (!purge)
    throw new UsageError(text(lang, 'restoreUnknown', record), text(lang, 'restoreUnknownNext'));
  const items = dryRun ? purge.items : await putBack(context, purge);
  const done = { ...purge, items };
  if (json) screen.json({ schema: 'clean-exit/restore/1', purges: [plain(done)] });
  else for (const line of table(items.map((item) => row(context, item)))) screen.say(line);
  return items.every(({ state }) => state === 'restored' || (dryRun && state === 'restorable'))
    ? 0
    : 1;
}

/** While nobody else works on the client, and it does not run. */
async function putBack(context: Context, purge: Purge): Promise<readonly Restored[]> {
  const { machine, lang } = context;
  const { client } = purge.receipt;
  const claim = await machine.claim(client, 'restore');
  const refused = (why: Text, next: Text): UsageError =>
    new UsageError(text(lang, why, client), text(lang, next, client));
  try {
    if (!claim.granted) throw refused('restoreBusy', 'restoreBusyNext');
    const seen = (await glances(roomOf(context))).find((one) => one.client === client)?.seen;
    if (!seen) throw refused('restoreNoClient', 'restoreNoClientNext');
    const { processes, doubts } = seen;
    if (!processes.known || likelyAmong(doubts).length > 0)
      throw refused('restoreUnseen', 'restoreUnseenNext');
    if (processes.value.length > 0) throw refused('restoreRuns', 'restoreRunsNext');
    return machine.restore?.(purge.record, false) ?? [];
  } finally {
    if (claim.granted) await claim.release();
  }
}

/** Newest first; those of which the record is no longer there are left out. */
function purgesIn({ machine }: Context): readonly Purge[] {
  return recorded(machine.places)
    .receipts.flatMap((receipt): readonly Purge[] => {
      const record = receipt.removed?.record;
      const items = record === undefined ? undefined : machine.restore?.(record, true);
      return record === undefined || items === undefined ? [] : [{ record, receipt, items }];
    })
    .reverse();
}

const plain = ({ record, receipt: { client, at, removed }, items }: Purge) => ({
  ...{ record, client, at, files: removed?.files, bytes: removed?.bytes, items },
});

function listLines(context: Context, all: readonly Purge[]): readonly string[] {
  const { lang, screen } = context;
  if (all.length === 0) return [text(lang, 'restoreNone')];
  const rows = all.map(({ record, receipt, items }) => {
    const can = items.filter(({ state }) => state === 'restorable').length;
    return [
      screen.paint.bold(record),
      localTime(receipt.at),
      receipt.client,
      bytes(receipt.removed?.bytes ?? 0),
      text(lang, 'restoreCount', can, items.length),
    ];
  });
  return [...table(rows), text(lang, 'restoreHow')];
}

const row = (
  { lang, screen }: Context,
  { from, state, left = [] }: Restored,
): readonly string[] => [screen.paint.bold(from), text(lang, WORDS[state]), left.join(', ')];

const WORDS: Readonly<Record<Restored['state'], Text>> = {
  restorable: 'restored_restorable',
  restored: 'restored_restored',
  partly: 'restored_partly',
  'not-in-trash': 'restored_not_in_trash',
  changed: 'restored_changed',
  occupied: 'restored_occupied',
  'no-folder': 'restored_no_folder',
  failed: 'restored_failed',
};
