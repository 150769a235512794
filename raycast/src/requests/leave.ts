import { Toast } from '@raycast/api';
import type { ProcessIdentity, RequestKind } from '@shared/core/model.ts';
import type { Agreement, Receipt } from '@shared/core/receipt.ts';
import { nameOf, policyNow, request, type Computer } from './computer.ts';
import { liveLine } from '../show/live.ts';
import { headline } from '../show/sentence.ts';
import { launch } from '../show/launch.ts';
import { report, type Telling } from '../show/report.ts';
import { done, start, withToast } from '../show/with-toast.ts';
import { isInBackground, tell, type Line } from '../show/voice.ts';
import { Fault, faultOf } from './fault.ts';
import { isRunning, resolveClients } from './resolve-clients.ts';

type Kind = Extract<RequestKind, 'exit' | 'force' | 'hide'>;

const DOING: Readonly<Record<Kind, string>> = {
  exit: 'Safe Exit',
  force: 'Force Exit',
  hide: 'Hide',
};

/** A whole no-view command: who is meant is looked up, asked, waited for, looked at again and told. */
export const leave = (kind: Kind, name: string | undefined): Promise<void> =>
  withToast(DOING[kind], async (computer, toast) => {
    const { ids, snapshots, blind } = await resolveClients(computer, name);
    if (ids.length === 0) return done(toast, 'No chat app is running', 'hud');
    const running = snapshots.filter((one) => ids.includes(one.client) && isRunning(one));
    if (kind === 'exit' && running.length > 1 && !name?.trim())
      return askWhich(
        computer,
        running.map(({ client }) => client),
        toast,
      );
    return requestAll(computer, kind, ids, toast, { success: 'hud', blind });
  });

/** Nobody said which of several: nothing is asked to quit, and a list to choose from opens. */
async function askWhich(computer: Computer, ids: readonly string[], toast: Line): Promise<void> {
  const names = ids.map((id) => nameOf(computer, id)).join(', ');
  tell(toast, {
    style: Toast.Style.Failure,
    title: 'Which One?',
    message: `${names}: none was asked to quit. Name one, choose it in Exit Status, or exit all.`,
    primary: { title: 'Choose…', onAction: () => start('exit-status') },
    secondary: { title: 'Safe Exit All', onAction: () => start('leave-everything') },
  });
  if (isInBackground()) return;
  // A list that is switched off is no loss: the toast names them all the same.
  await launch('exit-status').catch(() => undefined);
}

/** Requests for several clients at once, with one live line, told together: by the HUD or in the open view. */
export async function requestAll(
  computer: Computer,
  kind: Kind,
  ids: readonly string[],
  toast: Line,
  telling: Omit<Telling, 'mayForce'>,
  {
    seen,
    agreed,
  }: {
    readonly seen?: ReadonlyMap<string, readonly ProcessIdentity[]>;
    readonly agreed?: Agreement;
  } = {},
): Promise<readonly Receipt[]> {
  const policy = await policyNow(computer);
  toast.title = `${DOING[kind]}…`;
  const live = liveLine(toast, () => computer.machine.clock.now());
  const one = async (client: string): Promise<Receipt> => {
    const called = nameOf(computer, client);
    try {
      const only = seen?.get(client);
      const asked = { kind, client, ...(only ? { only } : {}) };
      return await request(computer, asked, {
        onProgress: live.on(called),
        ...(agreed ? { agreed } : {}),
      });
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
      throw faultBeside(failed.reason, kind, nameOf(computer, ids[at] ?? ''), computer, receipts);
    await report(computer, toast, receipts, { ...telling, mayForce: policy.force === 'allow' });
    return receipts;
  } finally {
    live.end();
  }
}

/** What failed, and what became of the others meanwhile. */
function faultBeside(
  error: unknown,
  kind: Kind,
  name: string,
  computer: Computer,
  receipts: readonly Receipt[],
): Fault {
  const { what, next } = faultOf(error, `${DOING[kind]} of ${name}`);
  const others = receipts.map((one) => headline(computer, one));
  // A fault of ours says what is the matter, and not with whom.
  const whose = error instanceof Fault && !what.includes(name) ? [`${name}: ${next}`] : [next];
  return new Fault(what, [...whose, ...others].join(' · '));
}
