import { clientsCalled } from '../../core/client-names.ts';
import type { ResetBack } from '../../engine/restores.ts';
import { isResetId, meansReset } from '../../machine/files/resets/dated.ts';
import type { ResetRecord } from '../../machine/port/resets.ts';
import type { PrintedReset, PrintedRestore } from '../../schema/printed/restore.ts';
import { bookkeepingInWords } from '../../words/bookkeeping-in-words.ts';
import { bytes } from '../../words/bytes.ts';
import { words } from '../../words/words.ts';
import { NotDone, UsageError, type Context, type ExitCode } from '../context.ts';
import { restoresOf } from '../engine-of.ts';
import { refuseByPolicyFaults, throwPolicyFaults } from '../policy.ts';
import { finding, findingLines, type Finding } from '../print/findings.ts';
import { localTime } from '../print/local-time.ts';
import { notBackInWords } from '../print/proofs.ts';
import { idIn } from '../resolve-clients.ts';
import { restoring, type RestoreOptions } from '../restoring.ts';

/** What was set aside, with what became of it, or would. */
type Shown = ResetRecord & ResetBack;

/**
 * Brings back what a reset set aside: `restore wechat 2026-11-30`, `restore wechat`, or by the name of a record. Undefined
 * where the first word is none of these: then it is about a purge, or about all. 1 where something stays set aside.
 */
export async function restoreReset(
  context: Context,
  what: string | undefined,
  date: string | undefined,
  options: RestoreOptions,
): Promise<ExitCode | undefined> {
  if (what === undefined) return undefined;
  const { dryRun = false } = options;
  const restores = restoresOf(context);
  const all = restores.resets();
  const client = clientOf(context, what, all);
  if (client === undefined && !isResetId(what) && date === undefined) return undefined;
  const record = await chosen(context, all, { what, client, date });
  if (record === undefined) return nothing(context, client ?? what);
  await (dryRun ? throwPolicyFaults : refuseByPolicyFaults)(context, 'restore', [record.client]);
  const back = dryRun
    ? (await restores.previewResetBack([record]))[0]
    : await restores.bringBack(record, restoring(context, record.client, options));
  const shown: Shown = { ...record, ...(back ?? {}) };
  const { screen, json } = context;
  const printed: PrintedRestore = {
    ...{ schema: 'clean-exit/restore/1', purges: [], resets: [plainReset(shown)] },
  };
  if (json) screen.json(printed);
  else for (const line of oneLines(context, shown)) screen.say(line);
  const isBack = dryRun || shown.things.every(({ state }) => state === 'at-home');
  return isBack && !shown.refusal ? 0 : 1;
}

function nothing({ screen, json, lang }: Context, name: string): ExitCode {
  const printed: PrintedRestore = { schema: 'clean-exit/restore/1', purges: [], resets: [] };
  if (json) screen.json(printed);
  else screen.say(words(lang).reset.none(name));
  return 0;
}

/** The client that a word names, also one that left the catalogue. */
function clientOf(
  { clients }: Context,
  what: string,
  all: readonly ResetRecord[],
): string | undefined {
  const own = all.find(({ client }) => client === what)?.client;
  const called = clientsCalled(clients, what);
  return own ?? called.find(({ id }) => all.some((one) => one.client === id))?.id ?? called[0]?.id;
}

interface Typed {
  readonly what: string;
  readonly client: string | undefined;
  readonly date: string | undefined;
}

/** The one record that is meant; of several a person is asked, and a script gets their commands. */
async function chosen(
  context: Context,
  all: readonly ResetRecord[],
  { what, client, date }: Typed,
): Promise<ResetRecord | undefined> {
  const { lang, screen, json } = context;
  const say = words(lang).reset;
  const named = client === undefined ? what : date;
  const own = all.filter((one) => client === undefined || one.client === client);
  const isThere = ({ things }: ResetRecord): boolean =>
    things.some(({ state }) => state === 'set-aside');
  const found =
    named === undefined
      ? // Of what a restore set aside only who names it thinks.
        own.filter((one) => one.by === 'reset' && isThere(one))
      : own.filter((one) => meansReset(one.id, named) && (one.id === named || isThere(one)));
  const [only, ...others] = found;
  const name = client ?? what;
  if (!only) {
    // Nothing is to be done: that is no mistake.
    if (named === undefined && !own.some(isThere)) return undefined;
    const said = named === undefined ? say.none(name) : say.noneOf(name, named);
    throw new UsageError(said, nextFor(own.filter(isThere), say.noneNext, say.severalNext));
  }
  if (others.length === 0) return only;
  const next = nextFor(found, say.noneNext, say.severalNext);
  if (!screen.canAsk || json) throw new UsageError(say.several(name), next);
  const { pick } = await import('../pick.ts');
  const id = await pick(
    context,
    say.which,
    found.map((one) => ({
      value: one.id,
      label: `${localTime(one.at)} ${say.by[one.by]}`,
      hint: bytes(one.bytes),
    })),
  );
  const one = found.find((other) => other.id === id);
  if (!one) throw new NotDone();
  return one;
}

const nextFor = (
  all: readonly ResetRecord[],
  none: string,
  several: (commands: string) => string,
): string => (all.length === 0 ? none : several(all.map(commandOf).join(', ')));

const commandOf = ({ client, id }: ResetRecord): string => `clean-exit restore ${client} ${id}`;

/** What is set aside now, with what would come back; newest first. */
export async function resetsNow(context: Context): Promise<readonly Shown[]> {
  const restores = restoresOf(context);
  const all = restores
    .resets()
    .filter(({ things }) => things.some(({ state }) => state === 'set-aside'));
  const previews = all.length === 0 ? [] : await restores.previewResetBack(all);
  return all.map((record, at) => ({ ...record, ...previews[at] }));
}

/** One as JSON has it. */
export const plainReset = ({ id, newer, ...one }: Shown): PrintedReset => ({
  ...{ record: id, ...one },
  ...(newer === undefined
    ? {}
    : {
        newer: {
          ...(newer.record === undefined ? {} : { record: newer.record }),
          ...{ folders: newer.folders, things: newer.things },
          ...{ files: newer.files, bytes: newer.bytes },
        },
      }),
});

/** The list: one row each, and how the first comes back. */
export function resetListLines(context: Context, all: readonly Shown[]): readonly string[] {
  const [first] = all;
  if (!first) return [];
  const rows = findingLines(
    all.map((one) => recordFinding(context, one)),
    context.screen,
  );
  return [...rows, words(context.lang).restore.how(`${first.client} ${first.id}`)];
}

function recordFinding(context: Context, one: Shown): Finding {
  const { lang, screen } = context;
  const say = words(lang);
  const can = one.things.filter(({ state }) => state === 'set-aside').length;
  const name = idIn(context, one.client);
  return finding(
    [screen.paint.bold(one.id), localTime(one.at), name, bytes(one.bytes)],
    say.reset.by[one.by],
    one.refusal
      ? notBackInWords(one.refusal, one.client, name, lang).what
      : say.reset.count(can, one.things.length),
  );
}

function oneLines(context: Context, one: Shown): readonly string[] {
  const { lang, screen } = context;
  const say = words(lang);
  const { things, newer, refusal, receipt } = one;
  const name = idIn(context, one.client);
  const said = refusal && notBackInWords(refusal, one.client, name, lang);
  const newerRecord = newer?.record === undefined ? [] : [say.reset.how(one.client, newer.record)];
  return [
    ...(said ? [said.what, `  ${said.next}`] : []),
    ...(newer && newer.things > 0
      ? [say.reset[receipt ? 'newer' : 'wouldMove'](bytes(newer.bytes)), ...newerRecord]
      : []),
    ...findingLines(
      things.map(({ from, state }) =>
        finding(
          [screen.paint.bold(from)],
          receipt && state === 'at-home' ? say.restore.thing.restored : say.reset.state[state],
        ),
      ),
      screen,
    ),
    ...(receipt ? bookkeepingInWords(receipt, say) : []),
  ];
}
