import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Message, sessionBus, type MessageBus } from '@jellybrick/dbus-next';
import { startChild, type Child } from './child.ts';
import { programs } from './missing.ts';
import { until } from './until.ts';

/** A bus on which nothing is started by itself: a session's services would outlive the test. */
const config = (socket: string): string => `<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export interface Bus {
  readonly address: string;
  readonly daemon: Child;
}

/** A private D-Bus daemon whose socket is in `folder`. */
export async function startBus(folder: string, env: NodeJS.ProcessEnv): Promise<Bus> {
  const file = path.join(folder, 'bus.conf');
  writeFileSync(file, config(path.join(folder, 'bus')));
  const args = [`--config-file=${file}`, '--nofork', '--nopidfile', '--print-address=1'];
  const daemon = await startChild(programs.dbus.file, args, { env });
  await daemon.says('\n');
  return { address: daemon.stdout().trim(), daemon };
}

/** Waits until somebody on the bus has this name, or nobody has. */
export async function untilOwned(address: string, name: string, owned = true): Promise<void> {
  const bus = sessionBus({ busAddress: address });
  bus.on('error' as 'connect', () => undefined);
  try {
    await until(
      async () => (await hasOwner(bus, name)) === owned,
      `${name} is ${owned ? 'owned' : 'free'}`,
    );
  } finally {
    bus.disconnect();
  }
}

async function hasOwner(bus: MessageBus, name: string): Promise<boolean> {
  const reply = await bus.call(
    new Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'NameHasOwner',
      signature: 's',
      body: [name],
    }),
  );
  return reply?.body[0] === true;
}
