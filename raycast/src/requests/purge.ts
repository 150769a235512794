import { bytes } from '@shared/words/bytes.ts';
import { surfaceEn as en } from '@shared/words/surface-en.ts';
import type { Listing } from '@shared/core/listing.ts';
import type { Progress, Tier } from '@shared/core/model.ts';
import { hiddenIn } from '@shared/engine/engine.ts';
import { nameOf, policyNow, request, type Computer } from './computer.ts';
import { continueWithCode } from './continue-with-code.ts';
import { Fault } from './fault.ts';
import { begin, isInBackground, type Line } from '../show/voice.ts';
import { nextAfterRefusal } from '../show/advice.ts';
import { ask } from '../show/ask.ts';
import { binOf } from '../show/bin.ts';
import { aboutWhat } from '../show/next-step.ts';
import { report } from '../show/report.ts';
import { whyWords } from '../show/why.ts';

/** What is to go, and past the Trash or not. */
export interface Purging {
  readonly client: string;
  readonly tiers: readonly Tier[];
  readonly account?: string;
  readonly permanently: boolean;
}

/**
 * Lists exactly what would go, asks about just that list, and removes just that: a file more or less since
 * then, and nothing goes. After an exit a no leaves it at that exit.
 */
export async function purge(
  computer: Computer,
  purging: Purging,
  toast: Line,
  hasExited = false,
): Promise<void> {
  if (isInBackground())
    throw new Fault(
      'Purge Was Refused',
      'Nothing was removed: a background command cannot ask you. Run it in Raycast.',
    );
  const name = nameOf(computer, purging.client);
  const listing = await exactly(computer, purging);
  if (listing.files === 0) throw new Fault(`${name}: Nothing to Remove`, 'No file of it may go.');
  await toast.hide();
  if (!(await confirmed(computer, purging, listing)))
    throw new Fault(
      hasExited ? 'Nothing Was Removed' : 'Nothing Was Done',
      `${bytes(listing.bytes)} of ${name} stay where they are.`,
    );
  const running = await begin(`Purging ${name}…`);
  const stop = new AbortController();
  running.primaryAction = { title: 'Stop', onAction: () => stop.abort() };
  const wanted = { ...asked(purging), consent: { list: listing.code } };
  const how = { onProgress: perCent(running, name), signal: stop.signal };
  const receipt = await request(computer, wanted, how);
  if (await continueWithCode(computer, [wanted], [receipt], running)) return;
  await report(computer, running, [receipt], { mayForce: false, success: 'toast' });
}

const asked = ({ client, tiers, account, permanently }: Purging) =>
  ({
    kind: 'purge',
    client,
    tiers,
    ...(account === undefined ? {} : { account }),
    ...(permanently ? { permanently } : {}),
  }) as const;

/** What would go at this moment; a plan that refuses is told before anybody is asked. */
export async function exactly(computer: Computer, purging: Purging): Promise<Listing> {
  const wanted = { ...asked(purging), consent: 'ask' as const };
  await policyNow(computer, wanted);
  const { plan } = await computer.engine.preview(wanted, { thenRun: true });
  const { listing, refusals } = plan;
  const [refusal] = refusals;
  if (refusal)
    throw new Fault(
      'Nothing Was Removed',
      nextAfterRefusal(refusal.code, { platform: computer.machine.platform }) +
        aboutWhat(refusal, purging.client),
    );
  if (listing?.known) {
    const hidden = hiddenIn(listing.value);
    if (!hidden || listing.value.files > 0) return listing.value;
    throw new Fault(
      'Cannot Tell What Would Go',
      `Nothing was removed. Not readable: ${hidden.subject}`,
    );
  }
  const why = listing ? whyWords(listing.why) : 'it was not checked';
  throw new Fault('Cannot Tell What Would Go', `Nothing was removed: ${why}.`);
}

function confirmed(computer: Computer, purging: Purging, listing: Listing): Promise<boolean> {
  const name = nameOf(computer, purging.client);
  const bin = binOf(computer.machine.platform);
  const what = purging.tiers.map((tier) => en.tier[tier]).join(', ');
  const whose = purging.account === undefined ? '' : ` of the account ${purging.account}`;
  const size = en.purge.listTotal(listing.files, bytes(listing.bytes));
  return purging.permanently
    ? ask(
        `Remove ${size} for Good?`,
        `${name}, ${what}${whose}. They cannot be given back. Messages and logins stay.`,
        'Remove for Good',
      )
    : ask(
        `Move ${size} to the ${bin}?`,
        `${name}, ${what}${whose}. The disk is as full as before until you empty the ${bin}. Messages and logins stay.`,
        `Move to ${bin}`,
      );
}

/** Per cent of the files in the toast's title, each figure once. */
function perCent(toast: Line, name: string): (progress: Progress) => void {
  let shown = -1;
  return (progress) => {
    if (progress.doing === 'waiting' || progress.doing === 'settling')
      toast.message = 'Waiting until it stops writing';
    if (progress.doing !== 'removing' || progress.of === 0) return;
    const now = Math.floor((progress.files / progress.of) * 100);
    if (now === shown) return;
    shown = now;
    toast.title = `Purging ${name}… ${now} %`;
    toast.message = `${progress.files} of ${progress.of} files, ${bytes(progress.bytes)}`;
  };
}
