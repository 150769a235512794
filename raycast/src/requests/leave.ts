import { Toast } from '@raycast/api';
import type { ProcessIdentity, Request, RequestKind } from '@shared/core/model.ts';
import type { Agreement, Receipt } from '@shared/core/receipt.ts';
import type { StateFaultLine } from '@shared/core/state-fault.ts';
import { nameOf, policyNow, request, type Carrying, type Computer } from './computer.ts';
import { continueWithCode } from './continue-with-code.ts';
import { liveLine } from '../show/live.ts';
import { deedTitle } from '../show/deed.ts';
import { headline } from '../show/sentence.ts';
import { launch } from '../show/launch.ts';
import { report, type Telling } from '../show/report.ts';
import { stateFaultWords } from '../show/why.ts';
import { done, start, withToast } from '../show/with-toast.ts';
import { isInBackground, tell, type Line } from '../show/voice.ts';
import { Fault, faultOf } from './fault.ts';
import { isRunning, resolveClients } from './resolve-clients.ts';

type Kind = Extract<RequestKind, 'exit' | 'force' | 'hide'>;

/** A whole no-view command: who is meant is looked up, asked, waited for, looked at again and told. */
export const leave = (kind: Kind, name: string | undefined): Promise<void> =>
  withToast(deedTitle(kind), async (computer, toast) => {
    const { ids, snapshots, blind, looked } = await resolveClients(computer, name);
    if (ids.length === 0) {
      const noted = await computer.sumUp(kind, [], looked ? { looked } : {});
      return noted?.fault
        ? notRecorded(toast, 'No Chat App Is Running', noted.fault)
        : done(toast, 'No chat app is running', 'hud');
    }
    const running = snapshots.filter((one) => ids.includes(one.client) && isRunning(one));
    if (kind === 'exit' && running.length > 1 && !name?.trim())
      return askWhich(
        computer,
        running.map(({ client }) => client),
        toast,
      );
    if (!looked) return requestAll(computer, kind, ids, toast, { success: 'hud', blind });
    const batch = crypto.randomUUID();
    const receipts = await requestAll(
      computer,
      kind,
      ids,
      toast,
      { success: 'hud', blind },
      { batch },
    );
    const noted = await computer.sumUp(kind, receipts, { batch });
    if (noted?.fault && !receipts.some(({ audit }) => audit?.fault))
      notRecorded(toast, 'Done, but Not Recorded', noted.fault);
    return receipts;
  });

/** What came of all together is not in the audit log. */
const notRecorded = (toast: Line, title: string, fault: StateFaultLine): void =>
  tell(toast, {
    style: Toast.Style.Failure,
    title,
    message: `Not recorded in the audit log: ${stateFaultWords(fault)}`,
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
    batch,
  }: {
    readonly seen?: ReadonlyMap<string, readonly ProcessIdentity[]>;
    readonly agreed?: Agreement;
    readonly batch?: string;
  } = {},
): Promise<readonly Receipt[]> {
  const asked = ids.map((client): Request => {
    const only = seen?.get(client);
    return { kind, client, ...(only ? { only } : {}) };
  });
  const how = { ...(agreed ? { agreed } : {}), ...(batch === undefined ? {} : { batch }) };
  return requestTogether(computer, asked, toast, telling, how, (receipts) =>
    continueWithCode(computer, asked, receipts, toast),
  );
}

/**
 * Carries out several requests at once, and tells what came of them. `instead`: whether something else tells it.
 */
export async function requestTogether(
  computer: Computer,
  asked: readonly Request[],
  toast: Line,
  telling: Omit<Telling, 'mayForce'>,
  how: Pick<Carrying, 'agreed' | 'code' | 'shared' | 'batch'>,
  instead: (receipts: readonly Receipt[]) => Promise<boolean>,
): Promise<readonly Receipt[]> {
  const policy = await policyNow(computer);
  const kind = asked[0]?.kind ?? 'exit';
  toast.title = `${deedTitle(kind)}…`;
  const live = liveLine(toast, () => computer.machine.clock.now());
  const one = async (wanted: Request): Promise<Receipt> => {
    const called = nameOf(computer, wanted.client);
    try {
      return await request(computer, wanted, { onProgress: live.on(called), ...how });
    } finally {
      live.over(called);
    }
  };
  try {
    // One that fails leaves the others to come to their end.
    const ends = await Promise.allSettled(asked.map(one));
    const receipts = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    const at = ends.findIndex((end) => end.status === 'rejected');
    const failed = ends[at];
    if (failed?.status === 'rejected')
      throw faultBeside(
        failed.reason,
        kind,
        nameOf(computer, asked[at]?.client ?? ''),
        computer,
        receipts,
      );
    live.end();
    if (!(await instead(receipts)))
      await report(computer, toast, receipts, { ...telling, mayForce: policy.force === 'allow' });
    return receipts;
  } finally {
    live.end();
  }
}

/** What failed, and what became of the others meanwhile. */
function faultBeside(
  error: unknown,
  kind: RequestKind,
  name: string,
  computer: Computer,
  receipts: readonly Receipt[],
): Fault {
  const { what, next } = faultOf(error, `${deedTitle(kind)} of ${name}`);
  const others = receipts.map((one) => headline(computer, one));
  // A fault of ours says what is the matter, and not with whom.
  const whose = error instanceof Fault && !what.includes(name) ? [`${name}: ${next}`] : [next];
  return new Fault(what, [...whose, ...others].join(' · '));
}
