import type { ClientProcess, Delivery } from '../../core/model.ts';
import type { Why } from '../../core/known.ts';
import { isBundleId, sendQuit } from './apple-event.ts';
import { lookAtDesktop, type Application } from './look.ts';
import { isSame, rowsOf } from './processes.ts';
import type { Starter } from './programs.ts';
import { ALREADY, signal } from './signal.ts';
import { terminate } from './terminate.ts';

/** Where a person allows one program to ask another one. */
export const AUTOMATION =
  'x-apple.systempreferences:com.apple.preference.security?Privacy_Automation';

/**
 * Asks one process politely. An application is asked as its own menu would, by pid (NSRunningApplication), which
 * needs no permission; by Apple event only where macOS refuses that, the catalogue knows the bundle id and nothing
 * else runs by it. Anything else gets SIGTERM. Only the list of processes says that one has gone already.
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
  if (!now.known) return { state: 'failed', reason: now.why };
  if (!isSame(now.value.get(process_.pid), process_)) return ALREADY;
  if (!desktop.known) return { state: 'failed', reason: desktop.why };
  const { applications } = desktop.value;
  const app = applications.find(({ pid }) => pid === process_.pid);
  // A program without a bundle has no menu either.
  if (!app) return signal(starter, process_, 'SIGTERM');
  const terminated = await terminate(starter, process_, app.executable);
  if (terminated.state !== 'failed') return terminated;
  const bundleId = onlyBundleOf(app, applications, bundleIds);
  return bundleId === undefined ? terminated : byAppleEvent(starter, bundleId);
}

/** The bundle id of an application, where the catalogue knows it and nothing else runs by it. */
function onlyBundleOf(
  { bundleId }: Application,
  applications: readonly Application[],
  bundleIds: ReadonlySet<string>,
): string | undefined {
  if (bundleId === undefined || !bundleIds.has(bundleId) || !isBundleId(bundleId)) return undefined;
  const same = applications.filter((one) => one.bundleId === bundleId);
  return same.length === 1 ? bundleId : undefined;
}

async function byAppleEvent(starter: Starter, bundleId: string): Promise<Delivery> {
  const answer = await sendQuit(starter, bundleId);
  if (!answer.known) return { state: 'failed', reason: answer.why };
  if ('said' in answer.value) return { state: 'delivered', method: 'apple-event' };
  const { error, message } = answer.value;
  switch (error) {
    case -128: // A person said no to its question.
      return undelivered('failed', 'cancelled by the person');
    case -1743:
      return undelivered('denied', `not allowed to ask it: ${AUTOMATION}`);
    case -1712:
      return undelivered('timeout', 'it did not answer');
    default: // Also -600: macOS says of programs that run that they do not.
      return undelivered('failed', message);
  }
}

const undelivered = (
  code: Why['code'],
  detail: string,
): Extract<Delivery, { state: 'failed' }> => ({
  state: 'failed',
  reason: { code, detail },
});
