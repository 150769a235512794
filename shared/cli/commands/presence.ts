import { installAction } from '../../machine/linux/proofs/install-action.ts';
import { asError } from '../../core/as-error.ts';
import type { PrintedPresence } from '../../schema/printed/presence.ts';
import { words } from '../../words/words.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';
import { refusedLines } from './code/in-words.ts';

/** Asks the system once whether the person is there, as a policy would; 0 where it was proved. */
export async function tryPresence(context: Context): Promise<ExitCode> {
  const { machine, screen, json, lang, cancelled } = context;
  const say = words(lang).tryPresence;
  const question = { kind: 'presence', reason: say.reason, digest: '', signal: cancelled } as const;
  const answer = (await machine.proofs?.prove(question)) ?? {
    refused: { kind: 'presence', why: 'not-available', detail: 'unsupported' } as const,
  };
  if (json) screen.json({ schema: 'clean-exit/presence/1', ...answer } satisfies PrintedPresence);
  else if ('given' in answer) screen.say(say.proved(answer.given.by));
  else for (const line of refusedLines(context, answer.refused)) screen.say(line);
  return 'given' in answer ? 0 : 1;
}

/** Installs what polkit asks by (Linux, root). Other systems need nothing. Throws UsageError. */
export async function installPresence({ machine, screen, lang }: Context): Promise<ExitCode> {
  const say = words(lang).tryPresence;
  if (machine.platform !== 'linux') {
    screen.say(say.nothing);
    return 0;
  }
  if (!machine.user.isAdministrator) throw new UsageError(say.needsRoot, say.needsRootNext);
  try {
    screen.say(say.installed(installAction()));
    return 0;
  } catch (error) {
    throw new UsageError(say.failed(asError(error).message), say.failedNext);
  }
}
