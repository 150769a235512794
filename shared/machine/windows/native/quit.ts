import { toolkitOf } from '../../../clients/toolkits.ts';
import type { Why } from '../../../core/known.ts';
import type { Delivery, Process } from '../../../core/model.ts';
import { elsewhere, type Api, type Handle } from './api.ts';
import { ACCESS, ENDSESSION_CLOSEAPP, MESSAGE } from './codes.ts';
import { hasLeft, openSame, type Held } from './handle.ts';
import { isElevated } from './owner.ts';
import { asked } from './text.ts';
import { mainWindowsOf } from './windows.ts';

/** SMTO_ABORTIFHUNG | SMTO_ERRORONEXIT: who hangs or leaves meanwhile is not waited for. */
const FLAGS = 0x2 | 0x20;
/** How long a window may think about whether its program may leave, as in Windows' own shutdown. */
const ANSWER_MS = 2_000;

/**
 * Asks a process to leave in the order of the Restart Manager, by hand: every window is asked whether it
 * may, and only if none objects is each told to. Only windows of which it is known that they quit by it are asked, so
 * a program that has none cannot be. Delivered
 * is not gone: the process is waited for by others.
 */
export async function askToLeave(api: Api, process: Process): Promise<Delivery> {
  const held = openSame(api, process, ACCESS.SYNCHRONIZE);
  if (held === 'gone') return { state: 'already' };
  if (held === 'denied')
    return { state: 'failed', reason: { code: 'denied', detail: `pid ${process.pid}` } };
  try {
    return hasLeft(api, held.handle)
      ? { state: 'already' }
      : await askWindows(api, process.pid, held);
  } finally {
    held.close();
  }
}

async function askWindows(api: Api, pid: number, held: Held): Promise<Delivery> {
  const all = mainWindowsOf(api, pid);
  if (all.length === 0) return unsupported('no window to ask');
  const kinds = all.map((window) => asked(api.user32.GetClassNameW, window, 256));
  const windows = all.filter((_, at) => toolkitOf(kinds[at] ?? '')?.quitsOnEndSession);
  if (windows.length === 0) return unsupported(whyNone(kinds));
  const agreed: Handle[] = [];
  for (const window of windows) {
    const answer = await send(api, window, MESSAGE.QUERYENDSESSION, 0, ANSWER_MS);
    if (answer === 'yes') agreed.push(window);
    else if (hasLeft(api, held.handle)) return { state: 'delivered' };
    else if (answer !== 'left') {
      // Who agreed has to know that it does not come to it.
      for (const other of agreed) await send(api, other, MESSAGE.ENDSESSION, 0, ANSWER_MS);
      const why = refusedAbove(api, held.handle, answer);
      return { state: 'failed', reason: why ?? { code: 'failed', detail: answer } };
    }
  }
  // Not waited for: the process is, and most leave while they handle it.
  for (const window of agreed)
    api.user32.SendNotifyMessageW(window, MESSAGE.ENDSESSION, 1, ENDSESSION_CLOSEAPP);
  return { state: 'delivered', method: 'session-end' };
}

/** Who does not quit by the order of Windows would be half shut down by it. */
function whyNone(kinds: readonly string[]): string {
  const names = kinds.flatMap((one) => toolkitOf(one)?.name ?? []);
  return names.length > 0
    ? `${[...new Set(names)].join(', ')} does not quit by the order of Windows`
    : `nobody knows whether ${kinds[0]} quits by the order of Windows`;
}

const unsupported = (detail: string): Delivery => ({
  state: 'failed',
  reason: { code: 'unsupported', detail },
});

/**
 * Windows drops what we send to a program that runs with more rights (UIPI), and the call answers as if there was no
 * answer: then who it runs as says why.
 */
function refusedAbove(api: Api, program: Handle, answer: Answer): Why | undefined {
  if (answer !== 'no answer') return undefined;
  const ourselves = isElevated(api, api.kernel32.GetCurrentProcess());
  const its = isElevated(api, program);
  if (ourselves.known && ourselves.value) return undefined;
  if (its.known)
    return its.value ? { code: 'denied', detail: 'started as administrator' } : undefined;
  return { code: 'denied', detail: 'it runs with rights that we do not have' };
}

/** What came of a message: `no` is a veto, `left` that the window is no longer there. */
type Answer = 'yes' | 'no: WM_QUERYENDSESSION' | 'hangs' | 'no answer' | 'left';

async function send(
  api: Api,
  window: Handle,
  message: number,
  w: 0 | 1,
  ms: number,
): Promise<Answer> {
  const result = Buffer.alloc(8);
  const call = api.user32.SendMessageTimeoutW;
  const done = await elsewhere(call, window, message, w, ENDSESSION_CLOSEAPP, FLAGS, ms, result);
  if (Number(done) !== 0) return result.readBigUInt64LE() !== 0n ? 'yes' : 'no: WM_QUERYENDSESSION';
  if (!api.user32.IsWindow(window)) return 'left';
  return api.user32.IsHungAppWindow(window) ? 'hangs' : 'no answer';
}
