import { editionsOn, type Client, type Edition, type Fact } from '../../../core/client.ts';
import type { Language } from '../../../core/language.ts';
import { words } from '../../../words/words.ts';
import type { Tier } from '../../../core/model.ts';
import type { Context, ExitCode } from '../../context.ts';
import { nameIn, resolveClients } from '../../resolve-clients.ts';
import { columnsOf, type Screen } from '../../print/screen.ts';
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
    ...shown.flatMap((edition) => editionLines(client.id, edition, screen, lang)),
    ...(others.length > 0
      ? [screen.paint.gray(words(lang).clients.elsewhere(others.map((one) => one.id).join(', ')))]
      : []),
  ];
}

type Row = readonly [what: string, where: string, who: string];

function editionLines(
  client: string,
  edition: Edition,
  screen: Screen,
  lang: Language,
): readonly string[] {
  const { clients } = words(lang);
  const head = [edition.id, ...(edition.exitOnly ? [clients.exitOnly] : [])].join(' · ');
  const groups = groupsOf(rowsOf(edition, lang));
  const cells = groups.map((group, at) => [
    // A heading is said once for all groups that share it.
    groups[at - 1]?.what === group.what ? '  ' : `  ${group.what}`,
    [...byFolder(group.where), ...(group.who === '' ? [] : [screen.paint.gray(`  ${group.who}`)])],
  ]);
  return [head, ...table(cells, columnsOf(screen)), ...noteLines(client, edition, lang)];
}

/** The notes of the catalogue are English; a reader of another language learns how to see them. */
function noteLines(client: string, { notes }: Edition, lang: Language): readonly string[] {
  const { receipt, clients } = words(lang);
  if (lang === 'en') return notes.map((note) => `  ${receipt.note}${receipt.colon}${note}`);
  return notes.length === 0 ? [] : [`  ${clients.notes(notes.length, client)}`];
}

function rowsOf(edition: Edition, lang: Language): readonly Row[] {
  const { roots, helpers, tray, data, files, never, accounts = [], quietMs } = edition;
  const { role, tier, clients, accounts: account } = words(lang);
  const say = (fact: Fact, only = false): string =>
    clients.says(
      [
        words(lang).confidence[fact.confidence],
        ...(only && fact.confidence === 'low' ? [clients.onlyLooked] : []),
      ].join(words(lang).receipt.comma),
      fact.source,
    );
  return [
    ...roots.map((one): Row => [role.root, one.exe, say(one)]),
    ...helpers.map((one): Row => [role.helper, one.exe, say(one)]),
    ...tray.quitLabels.map((label): Row => [clients.quitsBy, label, '']),
    ...data.map((one): Row => [clients.files, `{${one.name}} ${one.path}`, say(one)]),
    ...TIERS.flatMap((one) =>
      files
        .filter((rule) => rule.tier === one)
        .map((rule): Row => [tier[one], rule.glob, say(rule, true)]),
    ),
    ...never.map((glob): Row => [clients.never, glob, '']),
    ...accounts.map((one): Row => [account.account, `${one.glob} (${one.has})`, '']),
    ...(quietMs === undefined ? [] : [[clients.stillWrites, `${quietMs} ms`, ''] as const]),
  ];
}

interface Group {
  readonly what: string;
  readonly where: readonly string[];
  readonly who: string;
}

/** Neighbours of one heading and one source. */
function groupsOf(rows: readonly Row[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [what, where, who] of rows) {
    const last = groups.at(-1);
    if (last?.what === what && last.who === who)
      groups[groups.length - 1] = { ...last, where: [...last.where, where] };
    else groups.push({ what, where: [where], who });
  }
  return groups;
}

/** From this many files on a folder has a line of its own. */
const MANY = 3;

/** Paths by their folder, where that is shorter. */
function byFolder(paths: readonly string[]): readonly string[] {
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  const folders = new Map<string, string[]>();
  for (const path of paths)
    folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
  return [...folders].flatMap(([folder, all]) =>
    folder === '' || all.length < MANY
      ? all
      : [folder, `  ${all.map((path) => path.slice(folder.length)).join(' · ')}`],
  );
}
