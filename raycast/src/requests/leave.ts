import { showHUD, showToast, Toast } from '@raycast/api';
import type { RequestKind } from '@shared/core/model.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { atComputer, nameOf, policyNow, request, type Computer } from './computer.ts';
import { liveLine } from '../show/live.ts';
import { tell, tellFault, type Success } from '../show/tell.ts';
import { whom } from './whom.ts';

type Kind = Exclude<RequestKind, 'purge'>;

const DOING: Readonly<Record<Kind, string>> = {
  exit: 'Safe Exit',
  force: 'Force Exit',
  hide: 'Hide',
};

/** A whole no-view command: who is meant is looked up, asked, waited for, looked at again and told. */
export async function leave(kind: Kind, name: string | undefined): Promise<void> {
  const toast = await showToast({ style: Toast.Style.Animated, title: 'Looking…' });
  try {
    await atComputer(async (computer) => {
      const { ids } = await whom(computer, name);
      if (ids.length > 0) return void (await carryAll(computer, kind, ids, toast));
      await toast.hide();
      await showHUD('✓ No chat program is here');
    });
  } catch (error) {
    await tellFault(error, toast);
  }
}

/** Requests for several clients at once, with one live line, told together: by the HUD or in the open view. */
export async function carryAll(
  computer: Computer,
  kind: Kind,
  ids: readonly string[],
  toast: Toast,
  success: Success = 'hud',
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
    const receipts = await Promise.all(ids.map(one));
    await tell(computer, toast, receipts, { mayForce: policy.force === 'allow', success });
    return receipts;
  } finally {
    live.end();
  }
}
