import type { ClientProcess } from '@shared/core/model.ts';
import { settings } from './settings.ts';
import { nameOf, policyNow, type Computer } from './computer.ts';
import { Fault } from './fault.ts';
import { requestAll } from './leave.ts';
import { ask } from '../show/ask.ts';
import { done } from '../show/with-toast.ts';
import { isInBackground, type Line } from '../show/voice.ts';
import { stillThose, whoRuns } from './who-runs.ts';

/** Ends by force whoever is meant, after a question unless that was switched off. */
export async function force(
  computer: Computer,
  name: string | undefined,
  toast: Line,
): Promise<void> {
  if (isInBackground())
    throw new Fault(
      'Force Exit Was Refused',
      'Nothing was done: a background command cannot ask you. Run it in Raycast.',
    );
  const policy = await policyNow(computer);
  if (policy.force !== 'allow')
    throw new Fault('Force Exit Is Not Allowed', 'The policy forbids it: use Safe Exit instead.');
  const { running: before, blind } = await whoRuns(computer, name);
  const names = before.map(({ client }) => nameOf(computer, client)).join(', ');
  if (before.length === 0) {
    if (blind) throw new Fault('Cannot Tell What Is Running', `Nothing was done. ${blind}`);
    return done(toast, 'Nothing to end', 'hud');
  }
  // As it is set now: a view may have been open for long. Several are never ended unasked.
  const agreed =
    !settings().confirmForce && before.length === 1
      ? 'option'
      : (await confirmed(names)) && 'question';
  if (!agreed) throw new Fault('Nothing Was Done', `${names} was left as it is.`);
  // What was true before the question may not be true after it.
  const ids = await stillThose(computer, before);
  if (ids.length === 0) return done(toast, `${names}: no process is left to end`, 'hud');
  const seen = new Map(before.map(({ client, processes }) => [client, processes.filter(isRoot)]));
  await requestAll(computer, 'force', ids, toast, { success: 'hud', blind }, { seen, agreed });
}

const confirmed = (names: string): Promise<boolean> =>
  ask(
    `End ${names} by Force?`,
    'What has not been saved is lost. Messages and logins stay where they are.',
    'Force Exit',
  );

const isRoot = ({ role }: ClientProcess): boolean => role === 'root';
