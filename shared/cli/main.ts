import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { thisEnvironment, thisMachine } from '../machine/this-machine.ts';
import { languageFrom } from './language.ts';
import { program } from './program.ts';
import { terminal } from './terminal.ts';
import { run } from './run.ts';

/** The outermost file: the only one that knows the process it runs in. */
const env = thisEnvironment;
const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());
process.once('SIGTERM', () => cancel.abort());
// Whoever reads us may stop reading (`| head`): then we end as after Ctrl-C, and tidy up.
process.stdout.on('error', () => cancel.abort());

async function main(): Promise<void> {
  const outside = {
    machine: thisMachine(env),
    env,
    lang: languageFrom(process.argv, env),
    json: process.argv.includes('--json'),
    screen: await terminal(env),
    practiceBundle: fileURLToPath(new URL('./practice.mjs', import.meta.url)),
    cancelled: cancel.signal,
  };
  const code = await run(program, outside, process.argv);
  process.exitCode = cancel.signal.aborted && code === 0 ? 1 : code;
}

void main();
