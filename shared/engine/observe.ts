import { heldAfter, type HeldIcon } from '../core/held-icons.ts';
import type { Recognizer } from '../core/identify.ts';
import type { ClientId, Observation, Snapshot } from '../core/model.ts';
import {
  identifiedIn,
  processesOnly,
  withDesktop,
  type DesktopSight,
  type ProcessSight,
} from '../core/sight.ts';
import type { Scope } from '../machine/port/desktop.ts';
import type { ObserveContext } from './context.ts';
import { recognizerOf } from './recognizer-of.ts';

/**
 * One look: the processes, which of them are clients', and the icons and windows of those. What it learned of the
 * desktop is carried to the next look. `held` is which icon which client held.
 */
export async function takeSnapshot(
  context: ObserveContext,
  scope: Scope,
  held: readonly HeldIcon[],
): Promise<Snapshot> {
  const { machine, clients, carry } = context;
  const sight = await machine.processes.observe(clients, { scope, session: carry.session });
  carry.learn(sight.learned);
  if (!scope.trayIcons && !scope.windows) return processesOnly(sight);
  const desktop = sight.desktop ?? (await observeDesktop(context, scope, sight, held));
  carry.learn(desktop.learned);
  return withDesktop(sight, desktop, carry.session);
}

/** What a look shows of each client; which icon is whose is remembered. */
export async function observe(
  context: ObserveContext,
  recognize: Recognizer,
  scope: Scope,
): Promise<ReadonlyMap<ClientId, Observation>> {
  const { heldIcons } = context.carry;
  const held = scope.trayIcons ? heldIcons.read() : [];
  const snapshot = await takeSnapshot(context, scope, held);
  const seen = recognize(snapshot);
  if (!snapshot.trayIcons.known) return seen;
  const icons = snapshot.trayIcons.value;
  if (heldAfter(held, icons, seen) === held) return seen;
  // Something is to be kept, and another look may have kept something too: what is there now is changed.
  const before = heldIcons.read();
  const now = heldAfter(before, icons, seen);
  if (now !== before) heldIcons.keep(now);
  return seen;
}

/** Identified by the catalogue alone: what a request left out, or remembers, is shown on the same desktop. */
const observeDesktop = (
  context: ObserveContext,
  scope: Scope,
  sight: ProcessSight,
  heldIcons: readonly HeldIcon[],
): Promise<DesktopSight> =>
  context.machine.desktop.observe(context.clients, {
    scope,
    sight,
    identified: identifiedIn(recognizerOf(context)(processesOnly(sight))),
    session: context.carry.session,
    heldIcons,
  });
