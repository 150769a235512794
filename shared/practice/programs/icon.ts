import { Message } from '@jellybrick/dbus-next';
import type { Language } from '../labels.ts';
import { joinBus, onOwnerChange } from './bus.ts';
import { entries, QUIT_ID } from './entries.ts';
import { Item } from './item.ts';
import { Menu } from './menu.ts';

/** The client's icon in the tray. It goes when its process goes. */
export interface Icon {
  /** Shows a question instead of leaving. */
  ask(question: string): void;
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
const MENU = '/MenuBar';

/** Exports item and menu and tells the panel, as Qt does. Throws where there is no panel. */
export async function showIcon(
  address: string,
  title: string,
  language: Language,
  quit: () => void,
): Promise<Icon> {
  const bus = await joinBus(address);
  const item = new Item(title, MENU);
  bus.export('/StatusNotifierItem', item);
  bus.export(MENU, new Menu(entries(language), (id) => (id === QUIT_ID ? quit() : undefined)));
  const name = `org.kde.StatusNotifierItem-${process.pid}-1`;
  await bus.requestName(name);
  const register = (): Promise<unknown> =>
    bus.call(
      new Message({
        destination: WATCHER,
        path: '/StatusNotifierWatcher',
        interface: WATCHER,
        member: 'RegisterStatusNotifierItem',
        signature: 's',
        body: [name],
      }),
    );
  // A panel that was started anew has forgotten us.
  await onOwnerChange(bus, WATCHER, (_, owner) => {
    if (owner !== '') register().catch(() => undefined);
  });
  await register();
  return {
    ask: (question) => {
      item.Title = question;
      item.Status = 'NeedsAttention';
      try {
        item.NewTitle();
        item.NewToolTip();
        item.NewStatus(item.Status);
      } catch {
        // The bus has gone, so nobody can see the question.
      }
    },
  };
}
