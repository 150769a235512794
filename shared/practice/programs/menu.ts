import { DBusError, Variant } from '@jellybrick/dbus-next';
import { nodeOf, propertiesOf, type Entry, type Node, type Properties } from './entries.ts';
import { Exported, readOnly as read } from './exported.ts';

/** `com.canonical.dbusmenu` over a menu that never changes (libdbusmenu, "dbus-menu.xml"). */
export class Menu extends Exported {
  readonly Version = 3;
  readonly TextDirection = 'ltr';
  readonly Status = 'normal';
  readonly IconThemePath: readonly string[] = [];
  readonly #entries: readonly Entry[];
  readonly #clicked: (id: number) => void;

  constructor(entries: readonly Entry[], clicked: (id: number) => void) {
    super('com.canonical.dbusmenu');
    this.#entries = entries;
    this.#clicked = clicked;
  }

  GetLayout(parent: number, depth: number, names: readonly string[]): readonly [number, Node] {
    if (parent !== 0) return [1, nodeOf(this.#entry(parent), names)];
    const children =
      depth === 0
        ? []
        : this.#entries.map((entry) => new Variant('(ia{sv}av)', nodeOf(entry, names)));
    return [1, [0, { 'children-display': new Variant('s', 'submenu') }, children]];
  }

  GetGroupProperties(
    ids: readonly number[],
    names: readonly string[],
  ): readonly (readonly [number, Properties])[] {
    return this.#entries
      .filter(({ id }) => ids.length === 0 || ids.includes(id))
      .map((entry) => [entry.id, propertiesOf(entry, names)]);
  }

  GetProperty(id: number, name: string): Variant {
    const found = propertiesOf(this.#entry(id), [name])[name];
    if (found) return found;
    throw new DBusError('org.freedesktop.DBus.Error.InvalidArgs', `${id} has no ${name}`);
  }

  Event(id: number, event: string, _data: Variant, _time: number): void {
    if (event === 'clicked') this.#clicked(id);
  }

  EventGroup(events: readonly (readonly [number, string, Variant, number])[]): readonly number[] {
    for (const event of events) this.Event(...event);
    return [];
  }

  /** Nothing has to be made ready first. */
  AboutToShow(_id: number): boolean {
    return false;
  }

  AboutToShowGroup(_ids: readonly number[]): readonly [readonly number[], readonly number[]] {
    return [[], []];
  }

  LayoutUpdated(revision: number, parent: number): readonly [number, number] {
    return [revision, parent];
  }

  #entry(id: number): Entry {
    const found = this.#entries.find((entry) => entry.id === id);
    if (found) return found;
    throw new DBusError('org.freedesktop.DBus.Error.InvalidArgs', `no entry ${id}`);
  }
}

Menu.configureMembers({
  properties: {
    ...{ Version: read('u'), TextDirection: read('s'), Status: read('s') },
    IconThemePath: read('as'),
  },
  methods: {
    GetLayout: { inSignature: 'iias', outSignature: 'u(ia{sv}av)' },
    GetGroupProperties: { inSignature: 'aias', outSignature: 'a(ia{sv})' },
    GetProperty: { inSignature: 'is', outSignature: 'v' },
    Event: { inSignature: 'isvu' },
    EventGroup: { inSignature: 'a(isvu)', outSignature: 'ai' },
    AboutToShow: { inSignature: 'i', outSignature: 'b' },
    AboutToShowGroup: { inSignature: 'ai', outSignature: 'aiai' },
  },
  signals: { LayoutUpdated: { signature: 'ui' } },
});
