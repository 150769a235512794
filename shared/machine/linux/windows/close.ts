import type { Delivery } from '../../../core/model.ts';
import { ask, atomOf, attributesOf, numbers, property } from './ask.ts';
import type { Display } from './display.ts';
import { ownersOn } from './owners.ts';

const ALREADY = { state: 'already' } as const;
/** To whoever made the window, and nobody else. */
const NO_MASK = 0;
const NOW = 0;

/** Sends WM_DELETE_WINDOW (ICCCM 4.2.8.1) to a window of this process, if it says that it understands. */
export async function requestClose(
  display: Display,
  window: number,
  pid: number,
): Promise<Delivery> {
  // Numbers of windows are used again: somebody else's window is one that has gone.
  const owner = await (await ownersOn(display))(window);
  if (owner !== pid) return ALREADY;
  const [protocols, remove, understood] = await Promise.all([
    atomOf(display.client, 'WM_PROTOCOLS'),
    atomOf(display.client, 'WM_DELETE_WINDOW'),
    property(display, window, 'WM_PROTOCOLS').then(numbers),
  ]);
  if (!understood.includes(remove)) {
    if ((await attributesOf(display, window)) === undefined) return ALREADY;
    const detail = 'the window does not say that it can be asked to close';
    return { state: 'failed', reason: { code: 'unsupported', detail } };
  }
  const message = {
    name: 'ClientMessage',
    seq: 0,
    format: 32,
    wid: window,
    message_type: protocols,
    data: [remove, NOW],
  } as const;
  const sent = await ask<true>((answer) =>
    display.client.SendEvent(window, 0, NO_MASK, message, (error) => answer(error, true)),
  );
  return sent ? { state: 'delivered' } : ALREADY;
}
