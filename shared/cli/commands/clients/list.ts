import { editionsOn, type Client, type Edition } from '../../../core/client.ts';
import type { Language } from '../../../core/language.ts';
import { words } from '../../../words/words.ts';
import type { Confidence, Tier } from '../../../core/model.ts';
import type { PrintedClients } from '../../../schema/printed/clients.ts';
import type { Context, ExitCode } from '../../context.ts';
import { nameIn } from '../../resolve-clients.ts';
import { columnsOf, type Screen } from '../../print/screen.ts';
import { table } from '../../print/table.ts';

const PURGEABLE: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files'];

/** The catalogue: whom we know, on which systems, and how sure we are. */
export function showClients(context: Context): ExitCode {
  const { screen, lang, json, clients } = context;
  const rows = clients.map((client) => about(context, client));
  const printed: PrintedClients = { schema: 'clean-exit/clients/1', clients: rows };
  if (json) screen.json(printed);
  else for (const line of listLines(rows, screen, lang)) screen.say(line);
  return 0;
}

function listLines(
  rows: readonly ReturnType<typeof about>[],
  screen: Screen,
  lang: Language,
): readonly string[] {
  const say = words(lang);
  const { id, name, systems, tiers, sure } = say.clients.heads;
  return table(
    [
      [id, name, systems, tiers, sure].map(screen.paint.gray),
      ...rows.map((row) => [
        screen.paint.bold(row.id),
        row.name,
        row.platforms.join(' '),
        row.tiers.map((tier) => say.tier[tier]).join(', ') || say.clients.noTiers,
        screen.paint.gray(row.file ?? say.confidence[row.confidence]),
      ]),
    ],
    columnsOf(screen),
  );
}

function about(context: Context, client: Client) {
  const here = editionsOn(client, context.machine.platform);
  const rules = here.filter((edition) => !edition.exitOnly).flatMap((edition) => edition.files);
  return {
    id: client.id,
    name: nameIn(context, client),
    platforms: [...new Set(client.editions.map((edition) => edition.platform))],
    /** What can be removed on this system. */
    tiers: PURGEABLE.filter((tier) => rules.some((rule) => rule.tier === tier)),
    confidence: lowest(client.editions),
    ...(client.origin === 'catalogue' ? {} : { file: client.origin.file }),
  };
}

/** How sure we are that its roots are its own. */
const lowest = (editions: readonly Edition[]): Confidence => {
  const all = editions.flatMap((edition) => edition.roots.map((root) => root.confidence));
  return all.includes('low') ? 'low' : all.includes('medium') ? 'medium' : 'high';
};
