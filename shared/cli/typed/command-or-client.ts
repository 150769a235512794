import { words } from '../../words/words.ts';
import { NotDone, UsageError, type Context } from '../context.ts';
import { pick } from '../pick.ts';
import type { CommandLine } from './command-line.ts';
import { suggested } from './suggested.ts';

interface Both {
  readonly command: string;
  readonly client: string;
  /** The command is nothing without an argument. */
  readonly needsMore: boolean;
}

/**
 * A word that is a command and a client of the user: asked at a terminal. Else an argument that is missing decides
 * for the client, and an alias throws UsageError with both commands.
 */
export async function commandOrClient(
  context: Context,
  line: CommandLine,
  { command, client, needsMore }: Both,
): Promise<readonly string[]> {
  const say = words(context.lang).typed;
  const [word = ''] = line.words;
  const offer = ['offer', client, ...line.options];
  if (!context.screen.canAsk || context.json) {
    if (needsMore) return offer;
    const both = [`clean-exit ${command}`, `clean-exit status ${client}`];
    throw new UsageError(say.commandOrClient(word), suggested(both, words(context.lang), true));
  }
  const chosen = await pick(context, say.commandOrClient(word), [
    ...(needsMore ? [] : [{ value: 'command', label: `clean-exit ${command}` }]),
    { value: 'client', label: clientLabel(context, client) },
  ]);
  if (chosen === undefined) throw new NotDone();
  return chosen === 'client' ? offer : line.withFirst(command);
}

const clientLabel = ({ clients, lang }: Context, id: string): string => {
  const client = clients.find((one) => one.id === id);
  const name = client && (lang === 'zh' ? client.nameZh : client.name);
  return name === undefined || name === id ? id : `${name} (${id})`;
};
