import { open as openPlace, Toast } from '@raycast/api';
import { aboutOf } from '@shared/core/requests/index.ts';
import { isClean } from '@shared/core/is-clean.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { nameOf, type Computer } from '../requests/computer.ts';
import { askedNobody, exitByCommandLine, INSTALL, OFFER } from '../requests/by-command-line.ts';
import { programOf } from '../requests/programs-seen.ts';
import { startAgain } from '../requests/start-again.ts';
import { grantAfter } from './grant.ts';
import { presenceWord } from '../show.ts';
import { details, headline, sentence } from './sentence.ts';
import { done, start, reportFault, withToast, type Success } from './with-toast.ts';
import { tell, type Line } from './voice.ts';

export interface Telling {
  readonly mayForce: boolean;
  readonly success: Success;
  /** Why somebody else may be there whom nobody sees, where that matters. */
  readonly blind?: string;
}

/**
 * Says what came of requests: the HUD, which closes the window, only where every one reached its end and was
 * looked at again; else a toast with what a person can do now.
 */
export async function report(
  computer: Computer,
  toast: Line,
  receipts: readonly Receipt[],
  { mayForce, success, blind = '' }: Telling,
): Promise<void> {
  const failed = receipts.filter(
    (one) => !isClean(one) || one.notKept !== undefined || one.audit?.fault,
  );
  if (failed.length === 0) {
    const all = shortest(computer, receipts);
    return blind
      ? showBlind(toast, all, blind)
      : done(toast, all, success, againOf(computer, receipts));
  }
  const [first] = failed;
  const isOne = failed.length === 1 && first !== undefined;
  tell(toast, {
    style: Toast.Style.Failure,
    title: isOne
      ? headline(computer, first)
      : `${failed.length} of ${receipts.length} Did Not Finish`,
    message: isOne
      ? whatNext(computer, first)
      : receipts.map((one) => sentence(computer, one)).join(' · '),
    primary: nextAction(computer, failed, mayForce),
    secondary: LOOK,
  });
}

/** What is left is one action away, whatever else helps. */
const LOOK = { title: 'Show What Is Left', onAction: () => start('exit-status') };

/** A client that is gone can be started again, where its program is known. */
function againOf(
  computer: Computer,
  [one, ...more]: readonly Receipt[],
): Toast.ActionOptions | undefined {
  if (!one || more.length > 0 || one.verdict !== 'gone') return undefined;
  if (programOf(computer, one.client) === undefined) return undefined;
  return { title: 'Start Again', onAction: () => startAgain(one.client, 'toast') };
}

/** Where nobody could be asked, who can ask comes first. */
const whatNext = (computer: Computer, receipt: Receipt): string =>
  askedNobody(computer, receipt)
    ? computer.machine.commandLine?.()
      ? OFFER
      : INSTALL
    : details(computer, receipt);

/** A toast has room for two actions: what most likely helps comes before the look at what is left. */
function nextAction(
  computer: Computer,
  failed: readonly Receipt[],
  mayForce: boolean,
): Toast.ActionOptions {
  const { machine } = computer;
  const [one, ...more] = failed;
  if (one && more.length === 0 && askedNobody(computer, one) && machine.commandLine?.())
    return { title: 'Ask by the Command Line', onAction: () => exitByCommandLine(one.client) };
  const grant = failed.flatMap((one) => grantAfter(machine.platform, one) ?? [])[0];
  const url = grant?.url;
  if (grant && url !== undefined)
    return { title: `Grant Access: ${grant.title}…`, onAction: () => openGrant(grant.title, url) };
  const stayed = failed.filter(
    ({ left, request }) => left.processes.length > 0 && aboutOf(request) === 'programs',
  );
  const [only, ...others] = stayed;
  // Who stays after a force does not go by another one; and of several each is asked about by itself.
  if (only?.request === 'exit' && mayForce && others.length === 0)
    return { title: 'Force…', onAction: () => start('force-exit', only.client) };
  return { title: 'Look Again', onAction: () => lookAgain(failed.map(({ client }) => client)) };
}

async function openGrant(title: string, url: string): Promise<void> {
  try {
    await openPlace(url);
  } catch (error) {
    await reportFault(error, `Opening ${title}`);
  }
}

/** Looks at just these again, and says what they are doing now; nobody is asked anything. */
async function lookAgain(ids: readonly string[]): Promise<void> {
  await withToast('Looking Again', async (computer, toast) => {
    const seen = (await computer.engine.observe()).filter(({ client }) => ids.includes(client));
    const isGone = seen.length > 0 && seen.every(({ presence }) => presence === 'gone');
    const now = seen.map(
      ({ client, presence }) => `${nameOf(computer, client)}: ${presenceWord(presence)}`,
    );
    tell(toast, {
      style: isGone ? Toast.Style.Success : Toast.Style.Failure,
      title: now.length === 1 ? now.join('') : 'Looked Again',
      message: now.length === 1 ? '' : now.join(', '),
      primary: LOOK,
    });
  });
}

/** Those who were seen are gone, but nobody can say that these were all. */
function showBlind(toast: Line, all: string, blind: string): void {
  tell(toast, {
    style: Toast.Style.Failure,
    title: 'Not Every App Could Be Seen',
    message: [all, blind].join(' · '),
    primary: LOOK,
  });
}

/** One sentence for one, a list of names for several. */
function shortest(computer: Computer, receipts: readonly Receipt[]): string {
  const all = receipts.every(({ request }) => aboutOf(request) === 'programs');
  if (receipts.length === 1 || !all)
    return receipts.map((one) => sentence(computer, one)).join(' · ');
  return `${receipts.map(({ client }) => nameOf(computer, client)).join(', ')} are gone`;
}
