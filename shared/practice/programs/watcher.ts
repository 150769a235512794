import type { MessageBus } from '@jellybrick/dbus-next';
import { onOwnerChange } from './bus.ts';
import { Exported, readOnly as read } from './exported.ts';

const NAME = 'org.kde.StatusNotifierWatcher';

/** A panel's list of icons, for our private bus only. Nothing is drawn. */
class Watcher extends Exported {
  readonly ProtocolVersion = 0;
  readonly IsStatusNotifierHostRegistered = true;
  readonly #items = new Set<string>();

  constructor() {
    super(NAME);
  }

  get RegisteredStatusNotifierItems(): readonly string[] {
    return [...this.#items].map(place);
  }

  RegisterStatusNotifierItem(service: string): void {
    if (this.#items.has(service)) return;
    this.#items.add(service);
    this.StatusNotifierItemRegistered(place(service));
  }

  RegisterStatusNotifierHost(_service: string): void {}

  forget(service: string): void {
    if (this.#items.delete(service)) this.StatusNotifierItemUnregistered(place(service));
  }

  StatusNotifierItemRegistered(item: string): string {
    return item;
  }
  StatusNotifierItemUnregistered(item: string): string {
    return item;
  }
}

const place = (service: string): string => `${service}/StatusNotifierItem`;

Watcher.configureMembers({
  properties: {
    ProtocolVersion: read('i'),
    IsStatusNotifierHostRegistered: read('b'),
    RegisteredStatusNotifierItems: read('as'),
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's' },
    RegisterStatusNotifierHost: { inSignature: 's' },
  },
  signals: {
    StatusNotifierItemRegistered: { signature: 's' },
    StatusNotifierItemUnregistered: { signature: 's' },
  },
});

/** Hosts the list. One that `forgets` nothing keeps icons whose program has gone: ghosts. */
export async function hostWatcher(bus: MessageBus, forgets: boolean): Promise<void> {
  const watcher = new Watcher();
  bus.export('/StatusNotifierWatcher', watcher);
  if (forgets)
    await onOwnerChange(bus, undefined, (name, owner) => {
      if (owner === '') watcher.forget(name);
    });
  await bus.requestName(NAME);
}
