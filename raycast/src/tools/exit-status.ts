import { atComputer } from '../requests/computer.ts';
import { clock, lookAtAll } from '../show/overview.ts';
import { presenceWord } from '../show.ts';

/** What every client is doing now. */
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
