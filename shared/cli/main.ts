import { realpathSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { words } from '../words/words.ts';
import { visible } from '../core/visible.ts';
import { withRuntimeFolder } from '../machine/linux/session.ts';
import { thisEnvironment } from '../machine/environment.ts';
import { nativeMachine } from '../machine/native-machine.ts';
import { reportErrors } from './report-errors.ts';
import { asInvoked, invocationOf } from './invocation.ts';
import { languageFrom } from './language.ts';
import { program } from './program.ts';
import { terminal } from './terminal.ts';
import { isQuiet, quietScreen } from './quiet.ts';
import { run } from './run.ts';

/** The outermost file: the only one that knows the process it runs in. */
const env = thisEnvironment;
const cancel = new AbortController();
const LOOKING = new Set([
  'status',
  'ls',
  'ps',
  'doctor',
  'accounts',
  'clients',
  'log',
  'policy',
  'schema',
  'completion',
  'complete',
  'man',
  'device',
]);
let isReported = false;
/** For good, not once: a terminal and npm tell us several times, and libraries count who listens. */
function listen(): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      isReported = true;
      cancel.abort();
      // Who only looks has nothing to tidy up, and may be in the middle of many files.
      if (LOOKING.has(commandIn(process.argv)) && !isWatch(process.argv)) process.exit(1);
    });
}

/** The first word that is no option, and not the value of an option that may stand before it. */
function commandIn(argv: readonly string[]): string {
  const words = argv
    .slice(2)
    .filter((_, at, all) => !['--lang', '--user'].includes(all[at - 1] ?? ''));
  return words.find((word) => !word.startsWith('-')) ?? '';
}

/** Ctrl-C is how a watch ends: its exit code says what was seen last. */
const isWatch = (argv: readonly string[]): boolean =>
  commandIn(argv) === 'watch' || argv.includes('--watch');

let unheard: string | undefined;
// Whoever reads us may stop reading (`| head`): then we end as after Ctrl-C, and tidy up.
const onLost = (error: NodeJS.ErrnoException): void => {
  cancel.abort();
  if (error.code !== 'EPIPE') unheard = error.code ?? error.message;
};

/** Another file of the build. */
const besideUs = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

/** The file that runs, without the link that npx made of it; empty where its folder was removed meanwhile. */
function realProgram(): string {
  try {
    return realpathSync(process.argv[1] ?? '');
  } catch {
    return '';
  }
}

/** The current folder; empty where it was removed. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '';
  }
}

async function main(): Promise<void> {
  const invocation = invocationOf({
    ...{ command: commandIn(process.argv), program: realProgram(), folder: currentFolder() || '-' },
    env,
  });
  const screen = await terminal(env, onLost, invocation);
  const said = {
    lang: languageFrom(process.argv, env),
    json: process.argv.includes('--json'),
    invocation,
    screen: isQuiet(process.argv) ? quietScreen(screen) : screen,
  };
  const code = await reportErrors(said, async () => {
    if (process.argv.some((arg) => arg.startsWith('--user'))) {
      const { asUser } = await import('./as-user.ts');
      const files = [process.argv[1] ?? '', fileURLToPath(import.meta.url)];
      const there = await asUser(program, said, process.argv, files);
      if (there !== undefined) return there;
    }
    listen();
    const bare = {
      ...said,
      machine: nativeMachine(withRuntimeFolder(env), besideUs('worker.cjs')),
      env,
      practiceBundle: besideUs('practice.mjs'),
      cancelled: cancel.signal,
    };
    return run(program, bare, process.argv);
  });
  if (unheard !== undefined) {
    const lost = words(said.lang).state.answerLost(visible(unheard));
    const next = asInvoked(words(said.lang).state.answerLostNext, invocation);
    process.stderr.write(`clean-exit: ${lost}\n  ${next}\n`);
  }
  // Everything is written; whatever still waits for a client that was given up is not waited for.
  process.exit(
    unheard !== undefined ? 2 : isReported && code === 0 && !isWatch(process.argv) ? 1 : code,
  );
}

void main();
