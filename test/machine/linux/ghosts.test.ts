import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { newCarry } from '../../../shared/engine/carry.ts';
import { observeAll } from '../../../shared/engine/status.ts';
import { heldIconsIn } from '../../../shared/store/held-icons-file.ts';
import { linuxMachine } from '../../../shared/machine/linux/linux.ts';
import { startDesk, type Desk } from '../../desk/desk.ts';
import { startKeepingPanel } from '../../desk/keeping-panel.ts';
import { needs, programs, titled } from '../../desk/missing.ts';
import { until } from '../../desk/until.ts';
import { CHAT } from '../../laws/stage.ts';

const SCRIPT = path.join(import.meta.dirname, '../../desk/programs/qt-tray.py');
const missing = needs('dbus', 'xvfb', 'qt');
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A client that is a script, and whose icon says what that of other clients may say too. */
const chatClient = (id: string, script: string): Client => ({
  ...CHAT,
  id,
  editions: CHAT.editions.map((edition) => ({
    ...edition,
    roots: edition.roots.map((root) => ({ ...root, exe: '/usr/bin/python3*', script })),
    tray: { ids: ['practice-qt'], quitLabels: [] },
  })),
});
const CLIENTS = [chatClient('chat', SCRIPT), chatClient('work', '/none/work.py')];

/** What a fresh program of ours sees. */
async function seenAt(desk: Desk): Promise<readonly string[]> {
  const home = desk.env['HOME'] ?? '';
  const machine = linuxMachine({
    env: desk.env,
    home,
    uid: process.getuid?.() ?? 0,
    now: Date.now,
  });
  try {
    const carry = newCarry(heldIconsIn(machine.places.ourState));
    return (await observeAll({ machine, clients: CLIENTS, carry })).map((one) => one.presence);
  } finally {
    await machine.leave();
  }
}

describe.skipIf(missing)(titled('a panel that keeps the icon of a dead client', missing), () => {
  it('shows residue of that client, and of no other with its Id, also to a later program', async () => {
    const desk = await startDesk({ screen: true });
    ends.push(() => desk.end());
    const panel = await startKeepingPanel(desk.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
    ends.push(() => panel.end());
    const chat = await desk.start(programs.python.file, [SCRIPT]);
    await chat.says('ready');
    await until(async () => (await seenAt(desk))[0] === 'in-tray', 'its icon');
    chat.child.kill('SIGKILL');
    await chat.ended;
    await until(async () => (await seenAt(desk))[0] !== 'in-tray', 'its end');
    expect(await seenAt(desk)).toEqual(['residue', 'gone']);
    panel.end();
    await until(async () => (await seenAt(desk))[0] === 'gone', 'the end of the panel');
  });
});
