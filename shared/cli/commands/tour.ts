import { words } from '../../words/words.ts';
import { stopPractice } from '../../practice/stop.ts';
import type { Context, ExitCode } from '../context.ts';
import { begin } from './practice.ts';
import { request } from './request.ts';
import { sayLines } from '../print/screen.ts';
import { showStatus } from './status.ts';

/**
 * What `npm start` shows: a practice client from its start to its last trace. Everything happens in
 * a temporary home, and nothing of it stays, also after Ctrl-C.
 */
export async function tour(context: () => Promise<Context>): Promise<ExitCode> {
  const first = await context();
  const { screen, lang, cancelled } = first;
  const say = words(lang).tour;
  const title = (name: keyof typeof say, command = ''): void =>
    sayLines(
      screen,
      `\n${screen.paint.bold(say[name])}${command ? `\n${screen.paint.gray(`$ clean-exit ${command}`)}` : ''}`,
    );
  sayLines(screen, say.begin);
  const { ourConfig, ourState } = first.machine.places;
  try {
    title('start', 'practice start');
    await begin(first, { temper: 'stubborn-helper' });
    const now = await context();
    const steps: readonly (readonly [keyof typeof say, string, () => Promise<unknown>])[] = [
      ['status', 'status practice', () => showStatus(now, ['practice'])],
      ['exit', 'exit practice', () => request(now, 'exit', ['practice'], {})],
      ['again', 'status practice', () => showStatus(now, ['practice'])],
      ['purge', 'purge practice', () => request(now, 'purge', ['practice'], {})],
      ['last', 'status practice', () => showStatus(now, ['practice'])],
    ];
    for (const [name, command, step] of steps) {
      if (cancelled.aborted) break;
      title(name, command);
      await step();
    }
    if (!cancelled.aborted) {
      title('log', 'log');
      const { showLog } = await import('./log.ts');
      await showLog(now, {});
    }
  } finally {
    await stopPractice(ourState, ourConfig);
  }
  if (!cancelled.aborted) sayLines(screen, `\n${say.end}`);
  return cancelled.aborted ? 1 : 0;
}
