// npm start: a tour with the practice client in a temporary home, of which nothing stays.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeReady, TOP } from './ready.mjs';

makeReady();
const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-tour-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
const tour = spawn(process.execPath, [path.join(TOP, 'dist/clean-exit.cjs'), 'tour'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_STATE_HOME: path.join(home, 'state'),
  },
});
// The tour ends its client itself, then we remove its home. A terminal tells both, others only us.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => tour.kill('SIGTERM'));
tour.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
