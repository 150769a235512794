import { Message, sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next';

const WATCHER = 'org.kde.StatusNotifierWatcher';

const property = (name: string, type: string): string =>
  `<property name="${name}" type="${type}" access="read"/>`;

/** Qt asks for it before it registers. */
const XML = `<node><interface name="${WATCHER}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
${property('RegisteredStatusNotifierItems', 'as')}${property('IsStatusNotifierHostRegistered', 'b')}
${property('ProtocolVersion', 'i')}</interface></node>`;

/** A panel that keeps the icons of programs that have ended, as deepin's does. */
export async function startKeepingPanel(address: string): Promise<{ end(): void }> {
  const bus: MessageBus = sessionBus({ busAddress: address });
  bus.on('error' as 'connect', () => undefined);
  const items: string[] = [];
  const said = new Map<string, Variant>([
    ['IsStatusNotifierHostRegistered', new Variant('b', true)],
    ['ProtocolVersion', new Variant('i', 0)],
  ]);
  const about = (name: unknown): Variant => said.get(String(name)) ?? new Variant('as', [...items]);
  const ALL = ['RegisteredStatusNotifierItems', ...said.keys()];
  bus.addMethodHandler((message) => {
    if (message.path !== '/StatusNotifierWatcher') return false;
    const answer = (signature: string, body: unknown[]): void =>
      void bus.send(Message.newMethodReturn(message, signature, body));
    if (message.member === 'RegisterStatusNotifierItem') {
      items.push(`${String(message.body[0])}/StatusNotifierItem`);
      answer('', []);
    } else if (message.member === 'RegisterStatusNotifierHost') answer('', []);
    else if (message.member === 'Get') answer('v', [about(message.body[1])]);
    else if (message.member === 'GetAll')
      answer('a{sv}', [Object.fromEntries(ALL.map((name) => [name, about(name)]))]);
    else if (message.member === 'Introspect') answer('s', [XML]);
    else return false;
    return true;
  });
  await bus.requestName(WATCHER, 4);
  return { end: () => bus.disconnect() };
}
