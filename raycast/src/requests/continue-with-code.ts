import type { Request } from '@shared/core/model.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { headline } from '../show/sentence.ts';
import { launch } from '../show/launch.ts';
import { isInBackground, type Line } from '../show/voice.ts';
import type { Computer } from './computer.ts';
import { Fault, whyOf } from './fault.ts';
import type { Waiting } from './waiting.ts';

/** Whether a request was refused because no code can be typed where it was made. */
const needsCode = ({ refusals }: Receipt): boolean =>
  refusals.some(({ proof }) => proof?.kind === 'code' && proof.detail === 'surface');

/**
 * Opens the form for one-time codes for just the requests that were refused without one: a command without a view has
 * no form. False where none was, or where nobody looks at Raycast. Throws Fault where the form cannot be opened.
 */
export async function continueWithCode(
  computer: Computer,
  asked: readonly Request[],
  receipts: readonly Receipt[],
  toast: Line,
): Promise<boolean> {
  const refused = new Map(receipts.filter(needsCode).map((one) => [one.client, one]));
  if (refused.size === 0 || isInBackground()) return false;
  const seen = await rootsSeen(computer, refused);
  const requests = asked
    .filter(({ client }) => refused.has(client))
    .map((one) => (one.kind === 'purge' || one.only ? one : { ...one, only: seen(one.client) }));
  const others = receipts.filter((one) => !needsCode(one)).map((one) => headline(computer, one));
  const waiting: Waiting = { requests, others };
  try {
    await launch('enter-code', undefined, waiting);
  } catch (error) {
    const commands = requests.map(({ kind, client }) => `clean-exit ${kind} ${client}`).join('; ');
    throw new Fault(
      'The Policy Demands a One-Time Code',
      [
        `Nothing was done without it. ${whyOf(error)}`,
        `In a terminal: ${commands}`,
        ...others,
      ].join(' · '),
    );
  }
  await toast.hide();
  return true;
}

/** The roots that the refusal saw, as the same processes: one that comes later was not meant. */
async function rootsSeen(computer: Computer, refused: ReadonlyMap<string, Receipt>) {
  const now = new Map((await computer.engine.observe()).map((one) => [one.client, one]));
  return (client: string) => {
    const pids = new Set(refused.get(client)?.left.processes.map(({ pid }) => pid));
    const { seen } = now.get(client) ?? {};
    const all = seen?.processes.known ? seen.processes.value : [];
    return all
      .filter(({ role, pid }) => role === 'root' && pids.has(pid))
      .map(({ pid, startTime, owner }) => ({ pid, startTime, owner }));
  };
}
