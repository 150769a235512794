import type { MenuItem } from '../../../core/menu.ts';
import type { Connection } from './connection.ts';
import { plain } from './daemon.ts';

const MENU = 'com.canonical.dbusmenu';
const SHOWN = ['label', 'enabled', 'visible', 'type', 'children-display'];

export interface MenuPlace {
  readonly to: string;
  readonly path: string;
}

/** The whole menu. Some toolkits fill it only when they hear that it is about to be shown. */
export async function readMenu(bus: Connection, menu: MenuPlace): Promise<readonly MenuItem[]> {
  await aboutToShow(bus, menu, 0);
  return layout(bus, menu);
}

/** The same menu after its empty submenus were told to fill themselves; undefined if it has none. */
export async function readSubmenus(
  bus: Connection,
  menu: MenuPlace,
  items: readonly MenuItem[],
): Promise<readonly MenuItem[] | undefined> {
  const empty = emptySubmenus(items);
  if (empty.length === 0) return undefined;
  await Promise.all(empty.map((item) => aboutToShow(bus, menu, item.id)));
  return layout(bus, menu);
}

/** Clicks one entry; `timestamp` 0 means now. */
export async function click(
  bus: Connection,
  menu: MenuPlace,
  id: number,
  ms: number,
): Promise<void> {
  const { Variant } = await import('@jellybrick/dbus-next');
  const body = [id, 'clicked', new Variant('s', ''), 0];
  await bus.call({ ...menu, in: MENU, say: 'Event', signature: 'isvu', body, ms });
}

async function aboutToShow(bus: Connection, menu: MenuPlace, id: number): Promise<void> {
  const call = { ...menu, in: MENU, say: 'AboutToShow', signature: 'i', body: [id], ms: 500 };
  // Optional in practice: menus without it are complete from the start.
  await bus.call(call).catch(() => undefined);
}

async function layout(bus: Connection, menu: MenuPlace): Promise<readonly MenuItem[]> {
  const [, root] = await bus.call({
    ...menu,
    in: MENU,
    say: 'GetLayout',
    signature: 'iias',
    body: [0, -1, SHOWN],
  });
  return parseItem(root)?.children ?? [];
}

const emptySubmenus = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) =>
    item.children.length > 0
      ? emptySubmenus(item.children)
      : item.submenu && item.visible && item.enabled
        ? [item]
        : [],
  );

/** `(ia{sv}av)`: id, properties, children. A property that is not sent has its default. */
export function parseItem(value: unknown): MenuItem | undefined {
  const node = plain(value);
  if (!Array.isArray(node) || typeof node[0] !== 'number') return undefined;
  const properties: unknown = node[1];
  const of = (name: string): unknown =>
    typeof properties === 'object' && properties !== null
      ? plain(Reflect.get(properties, name))
      : undefined;
  const label = of('label');
  return {
    id: node[0],
    label: typeof label === 'string' ? label : '',
    enabled: of('enabled') !== false,
    visible: of('visible') !== false,
    separator: of('type') === 'separator',
    submenu: of('children-display') === 'submenu',
    children: Array.isArray(node[2]) ? node[2].flatMap((child) => parseItem(child) ?? []) : [],
  };
}
