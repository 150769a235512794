import { Toast } from '@raycast/api';
import type { ClientSnapshot } from '@shared/engine/engine.ts';
import { tell, type Line } from '../show/voice.ts';
import { done, start, withToast, type Success } from '../show/with-toast.ts';
import { nameOf, type Computer } from './computer.ts';
import { Fault } from './fault.ts';
import { programOf } from './programs-seen.ts';
import { isRunning } from './resolve-clients.ts';

/** How long a program may take until it is seen, and how long to wait between two looks, in ms. */
const [PATIENCE_MS, AGAIN_MS] = [15_000, 500];

/** Starts a client again by the program that was seen, and says that it runs only once it was seen to. */
export const startAgain = (client: string, success: Success): Promise<void> =>
  withToast('Start Again', async (computer, toast) => {
    const name = nameOf(computer, client);
    if (isSeen(await snapshotOf(computer, client)))
      return done(toast, `${name} is running already`, success);
    const program = programOf(computer, client);
    if (program === undefined || !computer.machine.start)
      throw new Fault(
        `Cannot Start ${name}`,
        'Its program is not known for certain: start it yourself.',
      );
    toast.title = `Starting ${name}…`;
    const started = await computer.machine.start(program);
    if (started.state === 'failed')
      throw new Fault(
        `${name} Was Not Started`,
        `${started.reason.detail ?? 'The system did not say why'}: start it yourself.`,
      );
    if (await untilSeen(computer, client)) return done(toast, `${name} is running again`, success);
    return notSeen(toast, name, program);
  });

const isSeen = (one: ClientSnapshot | undefined): boolean => one !== undefined && isRunning(one);

const snapshotOf = async (computer: Computer, id: string): Promise<ClientSnapshot | undefined> =>
  (await computer.engine.observe()).find(({ client }) => client === id);

async function untilSeen(computer: Computer, client: string): Promise<boolean> {
  const { clock } = computer.machine;
  const until = clock.now() + PATIENCE_MS;
  for (;;) {
    if (isSeen(await snapshotOf(computer, client))) return true;
    if (clock.now() >= until) return false;
    await clock.sleep(AGAIN_MS);
  }
}

function notSeen(toast: Line, name: string, program: string): void {
  tell(toast, {
    style: Toast.Style.Failure,
    title: `${name} Was Not Seen`,
    message: `${program} was opened, and nothing of it was seen running: look at Exit Status.`,
    primary: { title: 'Show What Is Left', onAction: () => start('exit-status') },
  });
}
