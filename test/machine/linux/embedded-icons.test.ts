import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lookAtScreens, leaveDisplay } from '../../../shared/machine/linux/windows.ts';
import { ask, atomOf } from '../../../shared/machine/linux/windows/ask.ts';
import { connectDisplay, type Display } from '../../../shared/machine/linux/windows/display.ts';
import { startDesk, type Desk } from '../../desk/desk.ts';
import { needs, titled } from '../../desk/missing.ts';

/** What a tray and an icon say, beside what we ask ourselves. */
interface Maker {
  AllocID(): number;
  CreateWindow(id: number, parent: number, x: number, y: number, w: number, h: number): void;
  SetSelectionOwner(owner: number, selection: number): void;
  ChangeProperty(
    mode: 0,
    window: number,
    property: number,
    type: number,
    unit: 8 | 32,
    data: Buffer,
  ): void;
}

const missing = needs('dbus', 'xvfb');

describe.skipIf(missing)(titled('icons of the old kind', missing), () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({ screen: true });
  });
  afterAll(() => desk.end());

  const open: Display[] = [];
  afterEach(() => {
    leaveDisplay();
    for (const one of open.splice(0)) one.close();
  });

  const program = async (): Promise<Display> => {
    const display = await connectDisplay(desk.env['DISPLAY'] ?? '', desk.env, 5_000);
    open.push(display);
    return display;
  };
  const makerOf = (display: Display): Maker => display.client as unknown as Maker;
  const rootOf = ({ setup }: Display): number => setup.screen[0]?.root ?? 0;

  /** Makes a window below another one, and waits until the server has it. */
  const windowIn = async (display: Display, parent: number): Promise<number> => {
    const id = makerOf(display).AllocID();
    makerOf(display).CreateWindow(id, parent, 0, 0, 22, 22);
    await ask((answer) => display.client.QueryTree(id, answer));
    return id;
  };
  const say = async (display: Display, window: number, name: string, text: string) => {
    const [property, type] = [await atomOf(display.client, name), 31];
    makerOf(display).ChangeProperty(0, window, property, type, 8, Buffer.from(text));
    await ask((answer) => display.client.QueryTree(window, answer));
  };
  const tray = async (): Promise<{ readonly display: Display; readonly panel: number }> => {
    const display = await program();
    const panel = await windowIn(display, rootOf(display));
    // GTK's trays own the selection with a window of its own, that shows nothing.
    const owner = await windowIn(display, rootOf(display));
    const selection = await atomOf(display.client, '_NET_SYSTEM_TRAY_S0');
    makerOf(display).SetSelectionOwner(owner, selection);
    await ask((answer) => display.client.GetSelectionOwner(selection, answer));
    return { display, panel };
  };
  const look = () => lookAtScreens({ env: desk.env, pids: new Set([process.pid]) });

  it('cannot be shown where nobody owns the selection', async () => {
    const chat = await program();
    await windowIn(chat, rootOf(chat));
    expect((await look()).icons).toEqual({ known: true, value: [] });
  });

  it('are the windows of others inside of the tray’s, each with its process and class', async () => {
    const { display, panel } = await tray();
    const box = await windowIn(display, await windowIn(display, panel));
    const [one, two] = [await program(), await program()];
    const icon = await windowIn(one, box);
    await say(one, icon, 'WM_CLASS', 'telegram\0TelegramDesktop\0');
    await windowIn(one, icon);
    const other = await windowIn(two, panel);
    await windowIn(two, rootOf(two));
    const { icons } = await look();
    const at = (window: number) => `X11 window ${window}`;
    const all = icons.known ? [...icons.value] : [];
    expect(all.sort((a, b) => b.id.length - a.id.length)).toEqual([
      { address: at(icon), id: 'TelegramDesktop', title: '', holder: HERE, isEmbedded: true },
      { address: at(other), id: '', title: '', holder: HERE, isEmbedded: true },
    ]);
  });

  it('go with their program', async () => {
    const { panel } = await tray();
    const chat = await program();
    await windowIn(chat, panel);
    expect((await look()).icons).toMatchObject({ value: [{ isEmbedded: true }] });
    chat.close();
    await expect.poll(async () => (await look()).icons).toEqual({ known: true, value: [] });
  });

  it('are looked for on the screen of a client as well; one of ours that has ended says nothing', async () => {
    const { panel } = await tray();
    const chat = await program();
    await windowIn(chat, panel);
    const pids = new Set([process.pid]);
    const dead = { DISPLAY: ':987' };
    const both = await lookAtScreens({ env: dead, pids, screens: [desk.env] });
    expect(both).toMatchObject({
      windows: { known: true },
      icons: { value: [{ isEmbedded: true }] },
    });
    expect((await lookAtScreens({ env: dead, pids })).windows).toMatchObject({ known: false });
    const theirsGone = await lookAtScreens({ env: desk.env, pids, screens: [dead] });
    expect(theirsGone).toMatchObject({ windows: { known: true }, icons: { known: true } });
  });

  it('are not the windows that a tray manages as their window manager', async () => {
    const { panel } = await tray();
    const chat = await program();
    await say(chat, await windowIn(chat, panel), 'WM_STATE', '1');
    expect((await look()).icons).toEqual({ known: true, value: [] });
  });
});

const HERE = { known: true, value: process.pid };
