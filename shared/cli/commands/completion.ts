import type { Command } from 'commander';
import { words } from '../../words/words.ts';
import { spokenNames } from '../../core/client-names.ts';
import { lastPart } from '../../core/paths.ts';
import { purgesOnRecord } from '../../machine/files/trash-records.ts';
import { stateFolders } from '../../machine/files/state-folders.ts';
import { localTime } from '../print/local-time.ts';
import { offerFor, type Candidate, type Known } from '../completion/candidates.ts';
import { scriptsOf, SHELLS } from '../completion/scripts.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';
import { idIn, nameIn } from '../resolve-clients.ts';

/** The completion script of one shell; of the one that the person uses where none is named. Throws UsageError. */
export function showCompletion(
  { screen, json, lang, env }: Context,
  top: Command,
  named: string | undefined,
): ExitCode {
  const asked = named ?? lastPart(env['SHELL'] ?? '');
  const shell = SHELLS.find((one) => one === asked);
  const say = words(lang).completion;
  if (shell === undefined) throw new UsageError(say.noShell(asked), say.noShellNext);
  const script = scriptsOf(top)[shell];
  if (json) screen.json({ schema: 'clean-exit/completion/1', shell, script });
  else for (const line of script.trimEnd().split('\n')) screen.verbatim(line);
  return 0;
}

/** Says what may stand in the place of the last word, as the completion scripts read it. */
export async function complete(
  context: Context,
  top: Command,
  typed: readonly string[],
): Promise<ExitCode> {
  const { candidates, beside = '' } = await offerFor(top, typed, knownTo(context));
  context.screen.verbatim(`:${beside}`);
  for (const { value, about } of candidates) {
    context.screen.verbatim(value);
    context.screen.verbatim(about.replaceAll('\n', ' '));
  }
  return 0;
}

const knownTo = (context: Context): Known => ({
  all: words(context.lang).completion.all,
  clients: () =>
    Promise.resolve(
      context.clients.map((client) => ({
        names: spokenNames(client),
        about: nameIn(context, client),
      })),
    ),
  records: () =>
    Promise.resolve(
      purgesOnRecord(stateFolders(context.machine.places))
        .toReversed()
        .map(({ record, client, at }): Candidate => ({
          value: record,
          about: `${idIn(context, client)}, ${localTime(at)}`,
        })),
    ),
});
