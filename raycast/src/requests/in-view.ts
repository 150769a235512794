import { showToast, Toast } from '@raycast/api';
import { isClean } from '@shared/core/receipt.ts';
import type { Computer } from './computer.ts';
import { force } from './force.ts';
import { carryAll } from './leave.ts';
import { purge, type Purging } from './purge.ts';
import { tellFault } from '../show/tell.ts';

/** A request from a view that stays open: told in its toast, whatever comes of it. */
async function inView(work: (toast: Toast) => Promise<unknown>): Promise<void> {
  const toast = await showToast({ style: Toast.Style.Animated, title: 'Looking…' });
  try {
    await work(toast);
  } catch (error) {
    await tellFault(error, toast);
  }
}

export const leaveHere = (
  computer: Computer,
  kind: 'exit' | 'hide',
  client: string,
): Promise<void> =>
  inView((toast) => carryAll(computer, kind, [client], toast, { success: 'toast' }));

export const forceHere = (computer: Computer, client: string): Promise<void> =>
  inView((toast) => force(computer, client, toast, 'toast'));

export const purgeHere = (computer: Computer, purging: Purging): Promise<void> =>
  inView((toast) => purge(computer, purging, toast));

/** Two steps, both told: nothing is removed of who has not left. */
export const exitThenPurge = (computer: Computer, purging: Purging): Promise<void> =>
  inView(async (toast) => {
    const [receipt] = await carryAll(computer, 'exit', [purging.client], toast, {
      success: 'toast',
    });
    if (receipt && isClean(receipt)) await purge(computer, purging, toast);
  });
