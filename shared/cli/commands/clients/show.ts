import { editionsOn, type Client, type Edition, type Fact } from '../../../core/client.ts';
import type { Language } from '../../../core/language.ts';
import { words } from '../../../words/words.ts';
import type { Tier } from '../../../core/model.ts';
import type { Context, ExitCode } from '../../context.ts';
import { nameIn, resolveClients } from '../../resolve-clients.ts';
import type { Screen } from '../../print/screen.ts';
import { table } from '../../print/table.ts';

const TIERS: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files'];

/** All that we know of some clients, with how sure we are and who says so; `all` for every system. */
export function showFacts(
  context: Context,
  ids: readonly string[],
  { all = false }: { readonly all?: boolean },
): ExitCode {
  const { screen, json } = context;
  const clients = resolveClients(context, ids);
  if (json) screen.json({ schema: 'clean-exit/client-facts/1', clients });
  else
    for (const client of clients) for (const line of lines(context, client, all)) screen.say(line);
  return 0;
}

function lines(context: Context, client: Client, all: boolean): readonly string[] {
  const { screen, lang, machine } = context;
  const here = editionsOn(client, machine.platform);
  const shown = all || here.length === 0 ? client.editions : here;
  const others = client.editions.filter((edition) => !shown.includes(edition));
  return [
    `${screen.paint.bold(nameIn(context, client))} (${client.id})`,
    ...shown.flatMap((edition) => editionLines(edition, screen, lang)),
    ...(others.length > 0
      ? [screen.paint.gray(words(lang).clients.elsewhere(others.map((one) => one.id).join(', ')))]
      : []),
  ];
}

type Row = readonly [string, string, string];

function editionLines(edition: Edition, screen: Screen, lang: Language): readonly string[] {
  const { roots, helpers, tray, data, files, never, accounts = [], quietMs } = edition;
  const say = (fact: Fact, only = false): string =>
    [words(lang).confidence[fact.confidence], fact.source]
      .concat(only && fact.confidence === 'low' ? [words(lang).clients.onlyLooked] : [])
      .join(' · ');
  const rows: Row[] = [
    ...roots.map((one): Row => [words(lang).role.root, one.exe, say(one)]),
    ...helpers.map((one): Row => [words(lang).role.helper, one.exe, say(one)]),
    ...tray.quitLabels.map((label): Row => [words(lang).clients.quitsBy, label, '']),
    ...data.map((one): Row => [words(lang).clients.files, `{${one.name}} ${one.path}`, say(one)]),
    ...TIERS.flatMap((tier) =>
      files
        .filter((rule) => rule.tier === tier)
        .map((rule): Row => [words(lang).tier[tier], rule.glob, say(rule, true)]),
    ),
    ...never.map((glob): Row => [words(lang).clients.never, glob, '']),
    ...accounts.map((one): Row => [words(lang).accounts.account, `${one.glob} (${one.has})`, '']),
    ...(quietMs === undefined
      ? []
      : [[words(lang).clients.stillWrites, `${quietMs} ms`, ''] as const]),
    ...edition.notes.map((note): Row => [words(lang).receipt.note, note, '']),
  ];
  const head = [edition.id, ...(edition.exitOnly ? [words(lang).clients.exitOnly] : [])].join(
    ' · ',
  );
  return [head, ...table(rows.map((row, at) => lineOf(row, rows[at - 1], screen)))];
}

/** A heading is said once for all rows that share it. */
const lineOf = ([head, what, who]: Row, before: Row | undefined, { paint }: Screen) => [
  before?.[0] === head ? '  ' : `  ${head}`,
  what,
  paint.gray(who),
];
