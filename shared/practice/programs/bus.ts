import { Message, sessionBus, type MessageBus } from '@jellybrick/dbus-next';
import { reachableAddress } from '../../machine/linux/tray/address.ts';

const JOIN_MS = 3_000;

/** A connection that offers something; `tray/connection.ts` is for those who ask. */
export async function joinBus(address: string): Promise<MessageBus> {
  const reachable = reachableAddress(address);
  if (!reachable.known) throw new Error(reachable.why.detail ?? reachable.why.code);
  const bus = sessionBus({ busAddress: reachable.value });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${address} does not answer`)), JOIN_MS);
    bus.once('connect', () => {
      clearTimeout(late);
      resolve();
    });
    const fault = (error: Error): void => {
      clearTimeout(late);
      reject(error);
    };
    // Every fault comes as an event, also later; a bus that goes away must not end its client.
    bus.on('error' as 'connect', fault as () => void);
  });
  return bus;
}

const DAEMON = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** Hears of every name that changes hands; `owner` is empty when nobody has it any more. */
export async function onOwnerChange(
  bus: MessageBus,
  name: string | undefined,
  heard: (name: string, owner: string) => void,
): Promise<void> {
  bus.on('message', ({ sender, member, body }) => {
    if (sender !== DAEMON.destination || member !== 'NameOwnerChanged') return;
    const [changed, , owner] = body;
    if (name === undefined || changed === name) heard(String(changed), String(owner));
  });
  const rule = [
    `type='signal',sender='${DAEMON.destination}',member='NameOwnerChanged'`,
    ...(name === undefined ? [] : [`arg0='${name}'`]),
  ];
  const call = { ...DAEMON, member: 'AddMatch', signature: 's', body: [rule.join(',')] };
  await bus.call(new Message(call));
}
