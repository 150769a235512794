import { describe, expect, it } from 'vitest';
import type { BusKind } from '../../../shared/machine/linux/tray/look-at-bus.ts';
import { lookOn } from '../../../shared/machine/linux/tray/look-at-bus.ts';
import {
  BusFault,
  type Call,
  type Connection,
} from '../../../shared/machine/linux/tray/connection.ts';

const ITEM = 'org.kde.StatusNotifierItem-4-1';
const variant = (value: unknown) => ({ signature: 'v', value });

/** A bus with one icon, or its ghost, held by `holder`, that knows us by `ownPid`. */
function busWith(ownPid: number | undefined, holder: number | undefined): Connection {
  const gone = new BusFault('failed', 'nobody', 'org.freedesktop.DBus.Error.NameHasNoOwner');
  const answer = ({ say, body = [] }: Call): unknown => {
    switch (say) {
      case 'ListNames':
        return [':1.4'];
      case 'GetId':
        return 'b1';
      case 'GetNameOwner':
        if (holder === undefined) throw gone;
        return ':1.4';
      case 'GetConnectionUnixProcessID':
        return holder;
      case 'Get':
        return variant(body[1] === 'Id' ? 'chat' : body[1] === 'Title' ? '' : [ITEM]);
      default:
        throw new Error(say);
    }
  };
  return {
    alive: true,
    close: () => undefined,
    ownPid: () => Promise.resolve(ownPid),
    call: async (call) => [await Promise.resolve(call).then(answer)],
  };
}

const OTHER = process.pid + 1;
const look = (bus: Connection, kind: BusKind = 'session') =>
  lookOn(bus, 'unix:path=/x', { candidates: new Set([77]), proc: '/none' }, kind);

describe('a bus that numbers processes as another pid namespace does', () => {
  it('is compared where it has our own pid', async () => {
    expect(await look(busWith(process.pid, 77))).toMatchObject([
      { id: 'chat', holder: { known: true, value: 77 }, listed: { bus: 'b1' } },
    ]);
  });

  it.each([OTHER, undefined])('is not compared where it has %s for us', async (ownPid) => {
    await expect(look(busWith(ownPid, 77))).rejects.toMatchObject({ code: 'unsupported' });
    await expect(look(busWith(ownPid, 77), 'other-session')).rejects.toThrow('namespace');
  });

  it('shows ghosts all the same, and the icons of a bus that one client has alone', async () => {
    expect(await look(busWith(OTHER, undefined))).toMatchObject([{ holder: { known: false } }]);
    expect(await look(busWith(OTHER, 77), 'own-bus')).toMatchObject([
      { id: 'chat', holder: { known: false, why: { code: 'unsupported' } } },
    ]);
  });
});
