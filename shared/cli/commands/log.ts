import { bytes, text, words, type Language } from '../../core/explain.ts';
import { stateFaultInWords } from '../../core/state-fault-in-words.ts';
import { wasForced, type Receipt, type Restoration } from '../../core/receipt.ts';
import { allReceipts } from '../../store/all-receipts.ts';
import type { Context, ExitCode } from '../context.ts';
import { resolveClients } from '../resolve-clients.ts';
import { sign } from '../print/screen.ts';
import { seconds } from '../print/seconds.ts';
import { table } from '../print/table.ts';
import { localTime } from '../print/local-time.ts';
import { parseSince } from '../time.ts';

/** The receipts that were kept, oldest first. */
export function showLog(
  context: Context,
  { client, since }: { readonly client?: string; readonly since?: string },
): ExitCode {
  const { screen, lang, json, machine } = context;
  const from = since === undefined ? 0 : parseSince(since, machine.now(), lang);
  const { receipts, damaged, newer, unread, faults } = allReceipts(machine.places);
  const id = client === undefined ? undefined : idOf(context, client, receipts);
  const wanted = receipts.filter(
    (receipt) => (id === undefined || receipt.client === id) && Date.parse(receipt.at) >= from,
  );
  if (json) {
    screen.json({ schema: 'clean-exit/log/1', receipts: wanted, damaged, newer, unread, faults });
    return 0;
  }
  for (const line of table(wanted.map((receipt) => row(context, receipt)))) screen.say(line);
  if (wanted.length === 0) screen.say(text(lang, receipts.length === 0 ? 'logEmpty' : 'logNone'));
  if (unread > 0) screen.say(text(lang, 'logUnread', bytes(unread)));
  for (const fault of faults) screen.say(text(lang, 'logFault', stateFaultInWords(fault, lang)));
  if (newer > 0) screen.say(text(lang, 'logNewer', newer));
  if (damaged > 0) screen.say(text(lang, 'logDamaged', damaged));
  return 0;
}

/** A client of today, or one that receipts still name. Throws UsageError for any other. */
function idOf(context: Context, name: string, receipts: readonly Receipt[]): string {
  const isKept = receipts.some(({ client }) => client === name);
  return isKept ? name : (resolveClients(context, [name])[0]?.id ?? name);
}

const removedIn = ({ removed }: Receipt, lang: Language): string =>
  removed === undefined || removed.files === 0
    ? ''
    : text(lang, removed.to === 'trash' ? 'trashed' : 'freed', bytes(removed.bytes));

const signOf = ({ restored, verdict }: Receipt): Receipt['verdict'] =>
  restored && restored.back < restored.things ? 'partly' : verdict;

const backIn = ({ back, things, before }: Restoration, lang: Language): string =>
  before !== undefined && before === things
    ? text(lang, 'restored_already_back')
    : text(lang, 'restoredIn', back, things);

/** What is there now; of a restore, what went back. */
const headIn = (receipt: Receipt, lang: Language): string =>
  receipt.restored
    ? backIn(receipt.restored, lang)
    : [
        words(lang).verdict[receipt.verdict],
        ...(wasForced(receipt) ? [text(lang, 'forced')] : []),
      ].join(', ');

function row({ screen, lang }: Context, receipt: Receipt): readonly string[] {
  return [
    screen.paint.gray(localTime(receipt.at)),
    sign(screen, signOf(receipt)),
    receipt.client,
    words(lang).request[receipt.request],
    headIn(receipt, lang),
    text(lang, 'elapsed', seconds(receipt.elapsedMs)),
    [...receipt.refusals.map((refusal) => refusal.code), removedIn(receipt, lang)]
      .filter(Boolean)
      .join(', '),
  ];
}
