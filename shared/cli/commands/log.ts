import { existsSync } from 'node:fs';
import type { Language } from '../../core/language.ts';
import { bytes } from '../../words/bytes.ts';
import { words } from '../../words/words.ts';
import type { Words } from '../../words/en.ts';
import { refusalInWords } from '../../words/refusal-in-words.ts';
import { ownFolder } from './audit/own-folder.ts';
import { stateLine } from '../print/audit-state.ts';
import { stateFaultInWords } from '../../words/state-fault-in-words.ts';
import { auditedAs } from '../../core/audited-as.ts';
import type { RefusalCode } from '../../core/model.ts';
import { wasForced, type Receipt, type Restoration } from '../../core/receipt.ts';
import { allReceipts } from '../../store/all-receipts.ts';
import type { PrintedLog } from '../../schema/printed/log.ts';
import type { Context, ExitCode } from '../context.ts';
import { idIn, resolveClients } from '../resolve-clients.ts';
import { headline, signedVerdict } from '../print/headline.ts';
import { finding, findingLines } from '../print/findings.ts';
import { sign } from '../print/screen.ts';
import { seconds } from '../print/seconds.ts';
import { localTime } from '../print/local-time.ts';
import { parseSince } from '../time.ts';

/** The receipts that were kept, oldest first. */
export async function showLog(
  context: Context,
  { client, since }: { readonly client?: string; readonly since?: string },
): Promise<ExitCode> {
  const { screen, lang, json, machine } = context;
  const say = words(lang);
  const from = since === undefined ? 0 : parseSince(since, machine.clock.now(), lang);
  const { receipts, damaged, newer, unread, faults } = allReceipts(machine.places);
  const id = client === undefined ? undefined : idOf(context, client, receipts);
  const wanted = receipts.filter(
    (receipt) => (id === undefined || receipt.client === id) && Date.parse(receipt.at) >= from,
  );
  if (json) {
    const schema = 'clean-exit/log/1';
    const printed: PrintedLog = { schema, receipts: wanted, damaged, newer, unread, faults };
    screen.json(printed);
    return 0;
  }
  for (const line of findingLines(
    wanted.map((receipt) => finding(row(context, receipt), reasonsIn(receipt, lang))),
    screen,
  ))
    screen.say(line);
  if (wanted.length === 0) screen.say(say.log[receipts.length === 0 ? 'empty' : 'none']);
  if (unread > 0) screen.say(say.log.unread(bytes(unread)));
  for (const fault of faults) screen.say(say.log.fault(stateFaultInWords(fault, say)));
  if (newer > 0) screen.say(say.log.newer(newer));
  if (damaged > 0) screen.say(say.log.damaged(damaged));
  await sayAudit(context);
  return 0;
}

/** The state of the audit log, where there is one. */
async function sayAudit(context: Context): Promise<void> {
  const { screen, lang } = context;
  const folder = await ownFolder(context);
  if (!existsSync(folder)) return;
  const { logState } = await import('../../store/audit/state.ts');
  const state = logState(folder);
  if (state) screen.say(stateLine(state, words(lang)));
}

/** A client of today, or one that receipts still name. Throws UsageError for any other. */
function idOf(context: Context, name: string, receipts: readonly Receipt[]): string {
  const isKept = name === 'all' || receipts.some(({ client }) => client === name);
  return isKept ? name : (resolveClients(context, [name])[0]?.id ?? name);
}

const signOf = (receipt: Receipt): Receipt['verdict'] => {
  const { restored } = receipt;
  return restored && restored.back < restored.things ? 'partly' : signedVerdict(receipt);
};

const backIn = ({ back, things, before }: Restoration, lang: Language): string =>
  before !== undefined && before === things
    ? words(lang).restore.thing['already-back']
    : words(lang).restore.back(back, things);

/** How it ended; of a restore, what went back. */
const headIn = (receipt: Receipt, lang: Language): string =>
  receipt.restored
    ? backIn(receipt.restored, lang)
    : [headline(receipt, lang), ...(wasForced(receipt) ? [words(lang).receipt.forced] : [])].join(
        words(lang).receipt.comma,
      );

/** Each reason once, with how many refusals it stands for. */
function reasonsIn(receipt: Receipt, lang: Language): string {
  const say = words(lang);
  const counts = new Map<RefusalCode, number>();
  for (const { code } of receipt.refusals) counts.set(code, (counts.get(code) ?? 0) + 1);
  const reasons = [...counts].map(([code, count]) => {
    const what = refusalInWords(code, say).what.replace(/[.\u3002]$/, '');
    return count === 1 ? what : say.log.times(count, what);
  });
  return [...reasons, ...auditedIn(receipt, say)].join(' · ');
}

/** Whether it is in the audit log; nothing where none was on. */
function auditedIn({ audit }: Receipt, { auditKeep, log }: Words): readonly string[] {
  if (!audit) return [];
  const as = auditedAs({ audit });
  if (as === 'partly') return [log.partlyAudited];
  const { outcome } = audit;
  return [as === 'none' || outcome === undefined ? auditKeep.notInLog : auditKeep.inLog(outcome)];
}

function row(context: Context, receipt: Receipt): readonly string[] {
  const { screen, lang } = context;
  const say = words(lang);
  return [
    screen.paint.gray(localTime(receipt.at)),
    sign(screen, signOf(receipt)),
    receipt.client === 'all' ? say.log.all : idIn(context, receipt.client),
    say.request[receipt.request],
    headIn(receipt, lang),
    say.receipt.elapsed(seconds(receipt.elapsedMs)),
  ];
}
