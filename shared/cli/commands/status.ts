import type { Client } from '../../core/client.ts';
import { absentPrograms } from '../../store/absent-programs.ts';
import { words } from '../../words/words.ts';
import { QUICK_COUNT } from '../../engine/look.ts';
import type { PrintedStatus } from '../../schema/status.ts';
import type { Context, ExitCode } from '../context.ts';
import { linesIn, resolveClients } from '../resolve-clients.ts';
import { leftBefore } from '../left-before.ts';
import { placeFaultLines } from '../print/place-faults.ts';
import { statusLines } from '../print/status.ts';
import { engineOf } from '../engine-of.ts';
import { everyUser, forEveryUser } from '../every-user.ts';

/** What every client is doing now. Named ones are counted to the last file, of all a quick count. */
export async function showStatus(
  given: Context,
  ids: readonly string[],
  options: { readonly everyUser?: boolean } = {},
): Promise<ExitCode> {
  const context = forEveryUser(given, options);
  const { screen, lang, json, faults } = context;
  const named = ids.length > 0 && !ids.includes('all');
  const clients = resolveClients(context, ids.length > 0 ? ids : ['all']);
  const lines = await engineOf(context).status(
    clients.map((client) => client.id),
    named ? Infinity : QUICK_COUNT,
  );
  const unread = named || faults.length === 0 ? {} : { faults };
  const printed: PrintedStatus = { schema: 'clean-exit/status/1', clients: lines, ...unread };
  if (json) screen.json(printed);
  else
    for (const line of [
      ...statusLines(
        linesIn(context, lines),
        screen,
        lang,
        named,
        named ? await leftBefore(context, lines) : undefined,
        faults.length > 0,
      ),
      ...(named ? absentLines(context, clients) : []),
      ...placeFaultLines(context),
    ])
      screen.say(line);
  if (!named && faults.length > 0) {
    // Of a client that cannot be read nobody knows whether it has gone.
    const files = new Set(faults.map((fault) => fault.file)).size;
    if (!json) screen.say(words(lang).usage.faultsRemain(files));
    return 1;
  }
  const others = everyUser(context, options) && lines.some((line) => line.others > 0);
  return lines.every((line) => line.presence === 'gone') && !others ? 0 : 1;
}

/** Of a client of the user whose program is nowhere: its path may be mistyped. */
const absentLines = ({ machine, lang }: Context, clients: readonly Client[]): readonly string[] =>
  absentPrograms(clients, machine.platform, machine.places).map(
    ({ program, file }) => `   ${words(lang).typed.noProgram(program, file)}`,
  );
