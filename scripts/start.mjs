// npm start: a tour with the practice client in a temporary home, of which nothing stays.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endWithNpm } from './npm-gone.mjs';
import { FIRST, makeReady, TOP } from './ready.mjs';
import { words } from './words.mjs';

endWithNpm();
console.log(words.begin);
await makeReady({ products: FIRST, dev: false });
const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-tour-'));
const state = path.join(home, 'state');
const env = {
  ...process.env,
  XDG_CONFIG_HOME: path.join(home, 'config'),
  XDG_DATA_HOME: path.join(home, 'data'),
  XDG_STATE_HOME: state,
};
const program = path.join(TOP, 'bin/clean-exit.cjs');
const tour = spawn(process.execPath, [program, ...process.argv.slice(2), 'tour'], {
  stdio: 'inherit',
  env,
});

// The tour ends its client itself, then we remove its home. A terminal tells both, others only us.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => tour.kill('SIGTERM'));
tour.on('exit', (code, signal) => {
  // It was killed in the middle: what it started is still written down.
  if (existsSync(path.join(state, 'clean-exit/practice.json')))
    spawnSync(process.execPath, [program, 'practice', 'stop'], { stdio: 'ignore', env });
  rmSync(home, { recursive: true, force: true });
  process.exit(code ?? (signal ? 1 : 0));
});
