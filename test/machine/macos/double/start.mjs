// How a double is started as a program: told by a file, heard through pipes, as the real one would be.
import { appendFileSync, readFileSync } from 'node:fs';

export async function start(name, double, told, log) {
  const args = process.argv.slice(2);
  appendFileSync(log, `${JSON.stringify([name, ...args])}\n`);
  const input = args.includes('-') ? readFileSync(0, 'utf8') : '';
  const around = { input, env: process.env, pid: process.pid };
  // A program that hangs is there until somebody ends it.
  const living = setInterval(() => {}, 1_000);
  const said = await double(JSON.parse(readFileSync(told, 'utf8')), args, around);
  clearInterval(living);
  process.stdout.write(said.stdout ?? '');
  process.stderr.write(said.stderr ?? '');
  process.exitCode = said.code;
}
