import { words } from '../../words/words.ts';
import { PracticeFault } from '../../practice/fault.ts';
import { startPractice } from '../../practice/start.ts';
import type { Practice } from '../../practice/state.ts';
import { stopPractice } from '../../practice/stop.ts';
import type { Behaviour } from '../../practice/behaviour.ts';
import { UsageError, type Context, type ExitCode } from '../context.ts';

export interface PracticeOptions {
  readonly temper: Behaviour;
  readonly flushMs?: number | undefined;
  readonly helpers?: number | undefined;
}

/** Starts a practice client and leaves it running. */
export async function practiceStart(context: Context, options: PracticeOptions): Promise<ExitCode> {
  const { screen, lang, json } = context;
  const say = words(lang);
  const practice = await begin(context, options);
  if (json) {
    screen.json(practice);
    return 0;
  }
  const { temper, root, helpers, home, noIcon } = practice;
  screen.say(say.practice.started(temper, root.pid, helpers.length));
  screen.say(`  ${say.practice.home(home)}`);
  if (noIcon !== undefined) screen.say(`  ${say.practice.noIcon(noIcon)}`);
  screen.say(`  ${say.practice.startedNext}`);
  return 0;
}

export async function begin(context: Context, options: PracticeOptions): Promise<Practice> {
  const { lang, env, machine, practiceBundle, cancelled } = context;
  const say = words(lang);
  const { ourConfig, ourState, temp } = machine.places;
  try {
    return await startPractice({
      ...options,
      bundle: practiceBundle,
      configFolder: ourConfig,
      stateFolder: ourState,
      temp: temp ?? ourState,
      env,
      lang,
      signal: cancelled,
    });
  } catch (error) {
    if (error instanceof PracticeFault && error.code === 'file-in-the-way')
      throw new UsageError(
        say.practice.fileInTheWay(error.file ?? ''),
        say.practice.fileInTheWayNext,
      );
    if (error instanceof PracticeFault && error.code === 'already-running')
      throw new UsageError(say.practice.running, say.practice.runningNext);
    throw error;
  }
}

/** Ends the practice client, whatever its temper, and removes all that it left. */
export async function practiceStop(context: Context): Promise<ExitCode> {
  const { screen, lang, json, machine } = context;
  const say = words(lang);
  const { ourConfig, ourState } = machine.places;
  const stopped = await stopPractice(ourState, ourConfig);
  if (json) screen.json({ schema: 'clean-exit/practice-stopped/1', ...stopped });
  else
    screen.say(stopped ? say.practice.stopped(stopped.stopped, stopped.home) : say.practice.none);
  return 0;
}
