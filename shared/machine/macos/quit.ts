import type { ClientProcess, Delivery } from '../../core/model.ts';
import type { Why } from '../../core/known.ts';
import { lookAtDesktop, type Application } from './look.ts';
import { runScript } from './osascript.ts';
import { isSame, rowsOf } from './processes.ts';
import type { Starter } from './programs.ts';
import { ALREADY, signal } from './signal.ts';
import { terminate } from './terminate.ts';
import quit from './quit.applescript.ts';

/** Where a person allows one program to ask another one. */
export const AUTOMATION =
  'x-apple.systempreferences:com.apple.preference.security?Privacy_Automation';

/** Longer than the five seconds in the script, which leave it to the client to answer. */
const QUIT_MS = 8_000;

/** What a bundle id is made of (Apple, CFBundleIdentifier); no option begins like this. */
const BUNDLE_ID = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

/**
 * Asks one process politely. An application is asked as its own menu would, by Apple event where that
 * names it alone and the catalogue knows it, else by pid; anything else gets SIGTERM.
 */
export async function askToQuit(
  starter: Starter,
  process_: ClientProcess,
  bundleIds: ReadonlySet<string>,
): Promise<Delivery> {
  if (process_.role === 'helper') return signal(starter, process_, 'SIGTERM');
  const [now, desktop] = await Promise.all([
    rowsOf(starter, [process_.pid]),
    lookAtDesktop(starter),
  ]);
  if (!now.known) return { delivered: false, why: now.why };
  if (!isSame(now.value.get(process_.pid), process_)) return ALREADY;
  if (!desktop.known) return { delivered: false, why: desktop.why };
  const { applications } = desktop.value;
  const app = applications.find(({ pid }) => pid === process_.pid);
  // A program without a bundle has no menu either.
  if (!app) return signal(starter, process_, 'SIGTERM');
  const bundleId = onlyBundleOf(app, applications, bundleIds);
  if (bundleId === undefined) return terminate(starter, process_, app.executable);
  const asked = await byAppleEvent(starter, bundleId);
  if (asked.delivered || !asked.again) return asked;
  const terminated = await terminate(starter, process_, app.executable);
  return terminated.delivered ? terminated : { delivered: false, why: asked.why };
}

/** The bundle id of an application, where the catalogue knows it and nothing else runs by it. */
function onlyBundleOf(
  { bundleId }: Application,
  applications: readonly Application[],
  bundleIds: ReadonlySet<string>,
): string | undefined {
  if (bundleId === undefined || !bundleIds.has(bundleId) || !BUNDLE_ID.test(bundleId))
    return undefined;
  const same = applications.filter((one) => one.bundleId === bundleId);
  return same.length === 1 ? bundleId : undefined;
}

/** `again`: another way may reach it. */
type Asked = Delivery & { readonly again?: boolean };

async function byAppleEvent(starter: Starter, bundleId: string): Promise<Asked> {
  const answer = await runScript(starter, {
    language: 'AppleScript',
    script: quit,
    args: [bundleId],
    timeoutMs: QUIT_MS,
  });
  if (!answer.known) return { delivered: false, why: answer.why, again: true };
  if ('said' in answer.value) return { delivered: true, detail: 'Apple event' };
  const { error, message } = answer.value;
  switch (error) {
    case -600: // It does not run.
      return ALREADY;
    case -128: // A person said no to its question.
      return undelivered('failed', 'cancelled by the person');
    case -1743:
      return { ...undelivered('denied', `not allowed to ask it: ${AUTOMATION}`), again: true };
    case -1712:
      return { ...undelivered('timeout', 'it did not answer'), again: true };
    default:
      return { ...undelivered('failed', message), again: true };
  }
}

const undelivered = (
  code: Why['code'],
  detail: string,
): Extract<Delivery, { delivered: false }> => ({
  delivered: false,
  why: { code, detail },
});
