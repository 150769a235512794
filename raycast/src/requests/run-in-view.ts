import { isClean } from '@shared/core/is-clean.ts';
import { withToast } from '../show/with-toast.ts';
import { requestAll } from './leave.ts';
import { purge, type Purging } from './purge.ts';

// At a computer of their own: a view that is closed does not take it away from under the request.

export const purgeHere = (purging: Purging): Promise<void> =>
  withToast('Purge Cache', (computer, toast) => purge(computer, purging, toast));

/** Two steps, both told: nothing is removed of who has not left. */
export const exitThenPurge = (purging: Purging): Promise<void> =>
  withToast('Safe Exit and Purge', async (computer, toast) => {
    const telling = { success: 'toast' } as const;
    const [receipt] = await requestAll(computer, 'exit', [purging.client], toast, telling);
    if (receipt && isClean(receipt)) await purge(computer, purging, toast, true);
  });
