import type { Toast } from '@raycast/api';
import type { RequestKind } from '@shared/core/model.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { nameOf, policyNow, request, type Computer } from './computer.ts';
import { liveLine } from '../show/live.ts';
import { sentence } from '../show.ts';
import { done, tell, told, type Telling } from '../show/tell.ts';
import { Fault, faultOf } from './fault.ts';
import { whom } from './whom.ts';

type Kind = Exclude<RequestKind, 'purge'>;

const DOING: Readonly<Record<Kind, string>> = {
  exit: 'Safe Exit',
  force: 'Force Exit',
  hide: 'Hide',
};

/** A whole no-view command: who is meant is looked up, asked, waited for, looked at again and told. */
export const leave = (kind: Kind, name: string | undefined): Promise<void> =>
  told(async (computer, toast) => {
    const { ids, blind } = await whom(computer, name);
    if (ids.length === 0) return done(toast, 'No chat program is here', 'hud');
    return carryAll(computer, kind, ids, toast, { success: 'hud', blind });
  });

/** Requests for several clients at once, with one live line, told together: by the HUD or in the open view. */
export async function carryAll(
  computer: Computer,
  kind: Kind,
  ids: readonly string[],
  toast: Toast,
  telling: Omit<Telling, 'mayForce'>,
): Promise<readonly Receipt[]> {
  const policy = await policyNow(computer);
  toast.title = `${DOING[kind]}…`;
  const live = liveLine(toast, () => computer.machine.now());
  const one = async (client: string): Promise<Receipt> => {
    const called = nameOf(computer, client);
    try {
      return await request(computer, { kind, client }, { onProgress: live.on(called) });
    } finally {
      live.over(called);
    }
  };
  try {
    // One that fails leaves the others to come to their end.
    const ends = await Promise.allSettled(ids.map(one));
    const receipts = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    const at = ends.findIndex((end) => end.status === 'rejected');
    const failed = ends[at];
    if (failed?.status === 'rejected')
      throw faultBeside(failed.reason, nameOf(computer, ids[at] ?? ''), computer, receipts);
    await tell(computer, toast, receipts, { ...telling, mayForce: policy.force === 'allow' });
    return receipts;
  } finally {
    live.end();
  }
}

/** What failed, and what became of the others meanwhile. */
function faultBeside(
  error: unknown,
  name: string,
  computer: Computer,
  receipts: readonly Receipt[],
): Fault {
  const { message, next } = faultOf(error);
  const others = receipts.map((one) => sentence(one, nameOf(computer, one.client)));
  return new Fault(`${name}: ${message}`, [next, ...others].join(' · '));
}
