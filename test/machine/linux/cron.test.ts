import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import type { Presence } from '../../../shared/core/model.ts';
import { newCarry, type Carry } from '../../../shared/engine/carry.ts';
import { observeAll } from '../../../shared/engine/status.ts';
import { linuxMachine } from '../../../shared/machine/linux/linux.ts';
import { heldIconsIn } from '../../../shared/store/held-icons-file.ts';
import { startDesk, type Desk } from '../../desk/desk.ts';
import { startKeepingPanel } from '../../desk/keeping-panel.ts';
import { needs, programs, titled } from '../../desk/missing.ts';
import { until } from '../../desk/until.ts';
import { memoryIcons } from '../../engine/memory-store.ts';
import { CHAT } from '../../laws/stage.ts';

const SCRIPT = path.join(import.meta.dirname, '../../desk/programs/qt-tray.py');
const missing = needs('dbus', 'xvfb', 'qt');
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const CLIENT: Client = {
  ...CHAT,
  editions: CHAT.editions.map((edition) => ({
    ...edition,
    roots: edition.roots.map((root) => ({ ...root, exe: '/usr/bin/python3*', script: SCRIPT })),
    tray: { ids: ['practice-qt'], quitLabels: [] },
  })),
};

/** What a fresh program of ours sees, as cron starts it: it knows neither bus nor screen. */
async function seenByCron({ env }: Desk, carry?: Carry): Promise<Presence | undefined> {
  const home = env['HOME'] ?? '';
  const uid = process.getuid?.() ?? 0;
  const machine = linuxMachine({ env: { HOME: home }, home, uid, now: Date.now });
  try {
    const context = { machine, clients: [CLIENT] };
    const own = carry ?? newCarry(heldIconsIn(machine.places.ourState));
    return (await observeAll({ ...context, carry: own }))[0]?.presence;
  } finally {
    await machine.leave();
  }
}

/** A client in the tray of a panel that keeps the icons of the dead. */
async function inTray() {
  const desk = await startDesk({ screen: true });
  ends.push(() => desk.end());
  const panel = await startKeepingPanel(desk.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  ends.push(() => panel.end());
  const chat = await desk.start(programs.python.file, [SCRIPT]);
  await chat.says('ready');
  const kill = async (): Promise<void> => {
    chat.child.kill('SIGKILL');
    await chat.ended;
  };
  return { desk, panel, kill };
}

describe.skipIf(missing)(
  titled('a program of cron beside the icon of a dead client', missing),
  () => {
    it('sees it by what an earlier look learned, with a machine of its own each time', async () => {
      const { desk, kill } = await inTray();
      const icons = memoryIcons();
      // A file of an earlier version does not say on which bus an icon was.
      const read = () => icons.read().map(({ at: _, ...one }) => one);
      const carry = newCarry({ ...icons, read });
      await until(async () => (await seenByCron(desk, carry)) === 'in-tray', 'its icon');
      await kill();
      await until(async () => (await seenByCron(desk, carry)) !== 'in-tray', 'its end');
      expect(await seenByCron(desk, carry)).toBe('residue');
    });

    it('sees it by what the store remembers of another program, and nothing once the bus has ended', async () => {
      const { desk, panel, kill } = await inTray();
      await until(async () => (await seenByCron(desk)) === 'in-tray', 'its icon');
      await kill();
      await until(async () => (await seenByCron(desk)) !== 'in-tray', 'its end');
      expect(await seenByCron(desk)).toBe('residue');
      panel.end();
      desk.bus.child.kill('SIGKILL');
      await desk.bus.ended;
      expect(await seenByCron(desk)).toBe('gone');
    });
  },
);
