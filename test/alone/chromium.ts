import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startDesk } from '../desk/desk.ts';
import { until } from '../desk/until.ts';
import { newHome } from '../cli/home.ts';

const PROGRAM = '/usr/lib/chromium/chromium';
const CLIENT = {
  schema: 'clean-exit/client/1',
  id: 'chromium',
  name: 'Chromium',
  editions: [
    {
      platform: 'linux',
      roots: [{ exe: PROGRAM }],
      helpers: [{ exe: '/usr/lib/chromium/chrome_crashpad_handler' }],
    },
  ],
};

/** One safe exit of a real Chromium. */
export interface Exit {
  readonly verdict: string;
  /** Processes of Chromium that were there when the answer came. */
  readonly living: number;
  /** Milliseconds between the end of its last process and the answer. */
  readonly late: number;
}

/** Starts Chromium as a desktop starts it, below process 1, and asks it to leave; so many times. */
export async function exits(times: number): Promise<readonly Exit[]> {
  const desk = await startDesk({ screen: true });
  try {
    const home = newHome(desk.env);
    const clients = path.join(home.env['XDG_CONFIG_HOME'] ?? '', 'clean-exit/clients');
    mkdirSync(clients, { recursive: true });
    writeFileSync(path.join(clients, 'chromium.json'), JSON.stringify(CLIENT));
    const all: Exit[] = [];
    for (let at = 0; at < times; at++) {
      const profile = path.join(home.folder, `profile-${at}`);
      const browser = `${PROGRAM} --user-data-dir=${profile} --no-first-run --password-store=basic`;
      const ready = path.join(profile, 'DevToolsActivePort');
      await desk.start('/bin/sh', [
        '-c',
        `setsid -f ${browser} --remote-debugging-port=0 about:blank >/dev/null 2>&1`,
      ]);
      await until(() => existsSync(ready), 'Chromium is there');
      await until(() => pids().length > 5, 'its helpers are there');
      let last = 0;
      const watch = setInterval(() => {
        if (last === 0 && pids().length === 0) last = performance.now();
      }, 2);
      const { verdict } = await home.receipt('exit', 'chromium');
      const answered = performance.now();
      clearInterval(watch);
      const living = pids().length;
      all.push({ verdict, living, late: last === 0 ? 0 : answered - last });
      for (const pid of pids()) end(pid);
      await until(() => pids().length === 0, 'all of it has left');
    }
    return all;
  } finally {
    await desk.end();
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // It left by itself.
  }
}

/**
 * Every living process of Chromium. Its sandboxed ones hide their program; nobody else in this namespace does, so
 * these count by their name.
 */
function pids(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d/.test(name) && isChromium(name))
    .map(Number);
}

function isChromium(pid: string): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /\((?:chromium|chrome_crashpad)[^)]*\) [^ZX]/.test(stat);
  } catch {
    return false;
  }
}
