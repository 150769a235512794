import type { RequestKind } from '../../core/model.ts';
import { words } from '../../words/words.ts';
import type { Context, ExitCode } from '../context.ts';
import { table } from '../print/table.ts';
import { request } from './request.ts';
import { showStatus } from './status.ts';

const KINDS: readonly RequestKind[] = ['exit', 'force', 'purge', 'hide'];

/**
 * What `clean-exit wechat` does: says what the client is doing, and offers the requests; at a terminal to choose from,
 * else as commands to type. Without a request the exit code is that of `status`: 0 where nothing of it is there.
 */
export async function offer(context: Context, ids: readonly string[]): Promise<ExitCode> {
  const { screen, json, lang } = context;
  const say = words(lang);
  const code = await showStatus(context, ids);
  if (json) return code;
  const commands = KINDS.map((kind) => `clean-exit ${[kind, ...ids].join(' ')}`);
  if (!screen.canAsk) {
    const rows = KINDS.map((kind, at) => [`  ${commands[at] ?? ''}`, say.help[kind]]);
    for (const line of table(rows)) screen.say(line);
    return code;
  }
  const { pick } = await import('../pick.ts');
  const chosen = await pick<RequestKind | 'nothing'>(context, say.typed.whatToDo, [
    ...KINDS.map((kind) => ({
      value: kind,
      label: say.request[kind],
      hint: say.help[kind],
      names: [kind],
    })),
    { value: 'nothing', label: say.typed.nothing },
  ]);
  if (chosen === undefined || chosen === 'nothing') return code;
  screen.say(screen.paint.gray(say.typed.asTyped(commands[KINDS.indexOf(chosen)] ?? '')));
  return request(context, chosen, ids, {});
}
