import { showToast, Toast } from '@raycast/api';
import { isClean } from '@shared/core/receipt.ts';
import { tellFault } from '../show/tell.ts';
import { atComputer, type Computer } from './computer.ts';
import { carryAll } from './leave.ts';
import { purge, type Purging } from './purge.ts';

/**
 * A request from a view, at a computer of its own: a view that is closed does not take it away from under the
 * request. Told in a toast, whatever comes of it.
 */
async function inView(work: (computer: Computer, toast: Toast) => Promise<unknown>): Promise<void> {
  const toast = await showToast({ style: Toast.Style.Animated, title: 'Looking…' });
  try {
    await atComputer((computer) => work(computer, toast));
  } catch (error) {
    await tellFault(error, toast);
  }
}

export const purgeHere = (purging: Purging): Promise<void> =>
  inView((computer, toast) => purge(computer, purging, toast));

/** Two steps, both told: nothing is removed of who has not left. */
export const exitThenPurge = (purging: Purging): Promise<void> =>
  inView(async (computer, toast) => {
    const telling = { success: 'toast' } as const;
    const [receipt] = await carryAll(computer, 'exit', [purging.client], toast, telling);
    if (receipt && isClean(receipt)) await purge(computer, purging, toast);
  });
