import type { Recognizer } from '../core/identify.ts';
import { unknown } from '../core/known.ts';
import { REQUESTS } from '../core/requests/index.ts';
import type { ClientId, Observation, Request } from '../core/model.ts';
import type { Clock } from '../machine/port/clock.ts';
import type { Scope } from '../machine/port/desktop.ts';
import type { ObserveContext } from './context.ts';
import { observe } from './observe.ts';

/** How often, and after how many ms, we look again before an icon counts as left, a window as shown. */
const ICON_LOOKS = 6;
const WINDOW_LOOKS = 30;
const HIDDEN_LOOKS = 20;
const AGAIN_MS = 50;

/** Files that one quick look may count before it says that it does not know. */
export const QUICK_COUNT = 1_000;

/** Looks at one client within a scope. */
const looking =
  (scope: Scope) =>
  async (context: ObserveContext, recognize: Recognizer, id: ClientId): Promise<Observation> =>
    (await observe(context, recognize, scope)).get(id) ??
    unseen(id, `${id} is not in the catalogue`);

/** What is known of a client that could not be looked at. */
export function unseen(client: ClientId, detail: string): Observation {
  const why = unknown('failed', detail);
  return { client, processes: why, trayIcons: why, windows: why, others: [], doubts: [] };
}

/** A full look at one client. */
export const look = looking({ trayIcons: true, windows: true });

/** A quick look at the processes alone, for the moments between the steps. */
export const lookAtProcesses = looking({ trayIcons: false, windows: false });

/**
 * The look that a verdict is made from. A tray needs a moment to notice that its client left, and a
 * client to hide its window: what may just be late is looked at again before it is called left. `fresh`
 * is a look past what hides itself, after which nothing was done.
 */
export async function lookAgain(
  context: ObserveContext,
  recognize: Recognizer,
  request: Request,
  fresh?: Observation,
): Promise<Observation> {
  const looks = (seen: Observation): number => {
    if (REQUESTS[request.kind].about === 'windows') return windowsShown(seen) ? WINDOW_LOOKS : 0;
    if (onlyLeaving(seen)) return fresh ? 0 : HIDDEN_LOOKS;
    return onlyIconsLeft(seen) ? ICON_LOOKS : 0;
  };
  let seen = fresh ?? (await look(context, recognize, request.client));
  for (let again = 1; again < looks(seen); again++) {
    await context.machine.clock.sleep(AGAIN_MS);
    seen = await look(context, recognize, request.client);
  }
  return seen;
}

/**
 * A look before something is done. Processes that hide their programs while they end leave in a moment: they are
 * looked at again, at most for a second.
 */
export async function lookPastHidden(look: () => Promise<Observation>, clock: Clock) {
  let seen = await look();
  for (let again = 1; again < HIDDEN_LOOKS && onlyHidden(seen); again++) {
    await clock.sleep(AGAIN_MS);
    seen = await look();
  }
  return seen;
}

/** Nobody is there but processes that show no program. */
const onlyHidden = (seen: Observation): boolean =>
  seen.processes.known && seen.processes.value.length > 0 ? false : onlyLeaving(seen);

/** The same, or such that the kernel has begun to end. */
function onlyLeaving({ processes, doubts }: Observation): boolean {
  if (!processes.known) return processes.why.code === 'denied';
  const likely = doubts.filter(({ level }) => level === 'likely');
  return (
    processes.value.length + likely.length > 0 &&
    processes.value.every(({ exiting }) => exiting) &&
    likely.every(({ because }) => because.every((code) => code === 'hidden'))
  );
}

const onlyIconsLeft = (seen: Observation): boolean =>
  seen.processes.known &&
  seen.processes.value.length === 0 &&
  seen.trayIcons.known &&
  seen.trayIcons.value.length > 0;

const windowsShown = (seen: Observation): boolean =>
  seen.windows.known && seen.windows.value.some((window) => window.visible);
