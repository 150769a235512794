import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDesk, type Desk } from '../desk/desk.ts';
import { needs, programs, titled } from '../desk/missing.ts';
import { until } from '../desk/until.ts';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';

tidyHomes();

/** A program as a user would describe it who has never read our code. */
const described = (
  id: string,
  exe: string,
  trayId: string,
  quitLabel: string,
  closeQuits = false,
) => ({
  schema: 'clean-exit/client/1',
  id,
  name: id,
  editions: [
    {
      platform: 'linux',
      roots: [{ exe }],
      tray: { ids: [trayId], quitLabels: [quitLabel] },
      closeQuits,
    },
  ],
});

const missing = needs('dbus', 'xvfb', 'watcher', 'telegram', 'copyq', 'xterm');

describe.skipIf(missing)(titled('a program of somebody else, with a real tray', missing), () => {
  let desk: Desk;
  let home: Home;
  beforeEach(async () => {
    desk = await startDesk({ screen: true, watcher: true });
    home = newHome(desk.env);
  });
  afterEach(() => desk.end());

  const describeClient = (client: ReturnType<typeof described>): void => {
    const folder = path.join(desk.env['XDG_CONFIG_HOME'] ?? '', 'clean-exit/clients');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${client.id}.json`), JSON.stringify(client));
  };
  const presence = async (id: string): Promise<unknown> => {
    const { clients } = (await home.run('status', id, '--json')).json() as {
      clients: { presence: string; trayIcons: unknown[] }[];
    };
    return clients[0]?.trayIcons.length === 1 ? clients[0].presence : undefined;
  };

  it('Telegram Desktop is left through its own menu, and nothing of it is left', async () => {
    describeClient(
      described('my-telegram', programs.telegram.file, 'TelegramDesktop', 'Quit Telegram'),
    );
    const telegram = await desk.start(programs.telegram.file);
    await until(() => presence('my-telegram'), 'Telegram shows its icon', 25_000);
    const receipt = await home.receipt('exit', 'my-telegram');
    expect(receipt.steps[0]).toMatchObject({ kind: 'ask', outcome: 'done' });
    expect(receipt.steps[0]?.method).toBe('tray-menu');
    expect(receipt.steps.filter((step) => step.kind === 'end')).toEqual([]);
    expect([receipt.verdict, receipt.code]).toEqual(['gone', 0]);
    await telegram.ended;
  });

  it('CopyQ, hidden, has no window on the screen any more and runs on', async () => {
    describeClient(described('copyq', programs.copyq.file, 'copyq', 'E_xit'));
    await desk.start(programs.copyq.file);
    await until(() => presence('copyq'), 'CopyQ shows its icon', 25_000);
    await (
      await desk.start(programs.copyq.file, ['show'])
    ).ended;
    await until(async () => (await presence('copyq')) === 'running', 'CopyQ shows its window');
    const hidden = await home.receipt('hide', 'copyq');
    expect(hidden.steps).toMatchObject([{ kind: 'close', outcome: 'done' }]);
    expect([hidden.verdict, hidden.code]).toEqual(['still-running', 0]);
    expect(await presence('copyq')).toBe('in-tray');
    const again = await home.receipt('hide', 'copyq');
    expect([again.code, again.steps]).toEqual([0, []]);
  });

  it('a program without an icon that quits with its window is left by closing it', async () => {
    describeClient(described('terminal', programs.xterm.file, 'none', 'none', true));
    await desk.start(programs.xterm.file);
    await until(async () => {
      const { clients } = (await home.run('status', 'terminal', '--json')).json() as {
        clients: { windows: unknown[] }[];
      };
      return clients[0]?.windows.length === 1;
    }, 'xterm shows its window');
    const receipt = await home.receipt('exit', 'terminal');
    expect(receipt.steps[0]).toMatchObject({ kind: 'ask', outcome: 'done', method: 'window' });
    expect(receipt.verdict).toBe('gone');
  });

  it('CopyQ asks back: that is still running, and its window is where to look', async () => {
    describeClient(described('copyq', programs.copyq.file, 'copyq', 'E_xit'));
    await desk.start(programs.copyq.file);
    await until(() => presence('copyq'), 'CopyQ shows its icon', 25_000);
    const receipt = await home.receipt('exit', 'copyq', '--timeout', '2s');
    expect(receipt.steps[0]?.method).toBe('tray-menu');
    expect([receipt.verdict, receipt.code]).toEqual(['still-running', 1]);
    expect(receipt.left.windows.some((window) => window.visible)).toBe(true);
    expect((await home.receipt('force', 'copyq')).verdict).toBe('gone');
  });
});
