import { statSync } from 'node:fs';
import type { Delivery, Platform } from '../core/model.ts';
import type { Why } from '../core/known.ts';
import { asError } from '../core/as-error.ts';

/** How a launcher opens what lies at an absolute path, as a double click does. */
export type OpenFile = (file: string) => Promise<void>;

/** The bundle whose own program this is: `/Applications/X.app/Contents/MacOS/X`. */
const BUNDLE = /^(\/.*\.app)\/Contents\/MacOS\/[^/]+$/;
const PROGRAM = /^[A-Za-z]:[\\/].*\.exe$/i;

/** What is opened to start this program; undefined where that would open it as a document, or anything else. */
export function openedFor(program: string, platform: Platform): string | undefined {
  if (platform === 'macos') return BUNDLE.exec(program)?.[1];
  return platform === 'windows' && PROGRAM.test(program)
    ? program.replaceAll('/', '\\')
    : undefined;
}

/** Starts a program by a launcher's own way to open files. It never claims that anything runs. */
export async function openProgram(
  open: OpenFile,
  program: string,
  platform: Platform,
): Promise<Delivery> {
  const file = openedFor(program, platform);
  if (file === undefined)
    return failed('unsupported', `${program} is no program that can be opened`);
  try {
    statSync(program);
    await open(file);
    return { state: 'delivered' };
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return failed('failed', isGone ? `${program} is no longer there` : asError(error).message);
  }
}

const failed = (code: Why['code'], detail: string): Delivery => ({
  state: 'failed',
  reason: { code, detail },
});
