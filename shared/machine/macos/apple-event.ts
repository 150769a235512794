import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { known, unknown, type Known } from '../../core/known.ts';
import { answerOfFault, runScript, type ScriptAnswer } from './osascript.ts';
import type { Starter } from './programs.ts';

/** Longer than AppleScript waits for an answer, so that a person can read the question of macOS. */
const QUIT_MS = 125_000;

/** What a bundle id is made of (Apple, CFBundleIdentifier), at most this long: nothing in it can end a string. */
const BUNDLE_ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,154}$/;

export const isBundleId = (id: string): boolean => BUNDLE_ID.test(id);

/** A constant text around one bundle id; throws where it is none. It starts nobody, and leaves macOS' question its time. */
export function quitText(bundleId: string): string {
  if (!isBundleId(bundleId)) throw new TypeError(`${bundleId} is no bundle id`);
  return [
    `if application id "${bundleId}" is not running then error "not running" number -600`,
    `tell application id "${bundleId}" to quit`,
  ].join('\n');
}

/**
 * Sends the Quit event to the one application of this bundle id: by run-applescript where the name `osascript` leads to
 * the program of macOS, else by our own start of it. Unknown is that osascript gave no answer.
 */
export const sendQuit = (
  starter: Starter,
  bundleId: string,
  pathOfNames = process.env['PATH'],
): Promise<Known<ScriptAnswer>> =>
  firstOf('osascript', pathOfNames) === starter.programs.osascript
    ? byLibrary(quitText(bundleId))
    : runScript(starter, {
        ...{ language: 'AppleScript', script: quitText(bundleId) },
        ...{ args: [], timeoutMs: QUIT_MS },
      });

async function byLibrary(text: string): Promise<Known<ScriptAnswer>> {
  const { runAppleScript } = await import('run-applescript');
  try {
    // Its other kind of output adds an empty argument to those of osascript.
    const how = { humanReadableOutput: false, signal: AbortSignal.timeout(QUIT_MS) };
    return known({ said: await runAppleScript(text, how) });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'AbortError') return unknown('timeout', 'osascript: no answer');
    if ('stderr' in error && typeof error.stderr === 'string' && error.stderr !== '')
      return known(answerOfFault(error.stderr));
    return unknown('failed', `osascript: ${error.message}`);
  }
}

/** The file that a start by this bare name would run. */
function firstOf(name: string, names = ''): string | undefined {
  const files = names.split(':').map((folder) => path.join(folder, name));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
