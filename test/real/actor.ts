import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';
import type { Behaviour } from '../../shared/practice/behaviour.ts';
import type { Installed } from './practice.ts';

/** A practice client that runs on this computer. */
export interface Actor {
  /** Ends its root, whose helpers notice that. */
  end(): Promise<void>;
}

/** It ends by itself after so long, whatever a test forgets. */
const LIFE_MS = 120_000;

/** Starts one in `folder`, and waits until it and its helpers are there. */
export async function startActor(
  { exe, helperExe }: Installed,
  { folder, temper, helpers }: { folder: string; temper: Behaviour; helpers: number },
): Promise<Actor> {
  const child = spawn(
    exe,
    [
      ...['--dir', folder, '--temper', temper, '--helpers', String(helpers)],
      ...['--helper-exe', helperExe, '--life', String(LIFE_MS)],
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  // A program that cannot be started is told below, where no event is seen.
  child.on('error', () => {});
  const isThere = (): void => {
    const seen = eventsIn(path.join(folder, 'events.log'));
    const up = seen.filter((one) => one === 'helper up').length;
    if (!seen.includes('root ready') || up < helpers)
      throw new Error(`${exe}, ${child.exitCode ?? 'runs'}: ${seen.join(', ')}`);
  };
  try {
    await vi.waitFor(isThere, { interval: 10, timeout: 20_000 });
  } catch (error) {
    await left(child);
    throw error;
  }
  return { end: () => left(child) };
}

/** What happened so far, a line each, without the pids in front of them: `root ready`, `helper up` … */
function eventsIn(file: string): readonly string[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => line.replace(/^\d+ /, '').trim());
  } catch {
    return []; // Nothing happened yet.
  }
}

async function left(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
