import { atComputer } from '../requests/computer.ts';
import { clock } from '../show/clock.ts';
import { lookAtAll } from '../show/overview.ts';
import { presenceWord } from '../show.ts';

/** What every client is doing now; who is gone is named, and so is why others cannot be told. */
export default async function exitStatus() {
  const { at, here, gone, blind } = await atComputer(lookAtAll);
  return {
    at: clock(at),
    stillHere: here.map(({ client, name, presence, left }) => ({
      client,
      name,
      presence: presenceWord(presence).toLowerCase(),
      left,
    })),
    gone,
    ...(blind ? { cannotTell: blind } : {}),
  };
}
