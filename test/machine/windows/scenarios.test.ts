import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import type { Observation, Policy, Request } from '../../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { runRequest, preview, status, type Room } from '../../engine/in-a-room.ts';
import { entering, livingIn, putFiles, removeFolder, type Part } from '../../wine/client.ts';
import { homeOf } from '../../wine/node.ts';
import { startRemote, type Remote } from '../../wine/remote.ts';
import { DRIVE_C, hasWine, INSTALL } from '../../wine/wine.ts';
import { registry } from '../../wine/registry.ts';
import { clientsOnD } from './drive-d.ts';
import { snapshotOf } from '../../observe.ts';

const USER = '小明';
const HOME = `C:/users/${USER}`;
const DOCUMENTS = `${HOME}/Documents`;
const PLUGIN = `${HOME}/AppData/Roaming/Tencent/WeChat/XPlugin/Plugins/RadiumWMPF/9/extracted/runtime`;

const WECHAT_3: Part = {
  exe: 'C:/Program Files/Tencent/WeChat/WeChat.exe',
  helperExe: `${PLUGIN}/WeChatAppEx.exe`,
  helpers: 2,
};
/** Its children carry its own name. */
const WEIXIN_4: Part = {
  exe: 'C:/Program Files/Tencent/Weixin/Weixin.exe',
  helpers: 3,
};
const WECOM: Part = {
  exe: 'C:/Program Files (x86)/WXWork/WXWork.exe',
  helperExe: 'C:/Program Files (x86)/WXWork/5.0/WeChatAppEx.exe',
  helpers: 2,
  title: '企业微信',
};

const POLICY: Policy = { ...DEFAULT_POLICY, timeoutMs: 3_000, graceMs: 300, settleMs: 100 };

describe.skipIf(!hasWine)(`Windows under Wine${hasWine ? '' : `: ${INSTALL}`}`, () => {
  let remote: Remote;
  let room: Room;
  const { enter, clear } = entering();
  const ask = (kind: Request['kind'], client: string, more: Partial<Request> = {}) =>
    runRequest(room, { kind, client, ...more }, POLICY);
  const look = async (client: string): Promise<Observation> => {
    const { machine } = room;
    const sighting = await snapshotOf(machine, clients, { trayIcons: true, windows: true });
    const seen = recognizer(clients, 'windows', machine.places)(sighting).get(client);
    if (!seen) throw new Error(client);
    return seen;
  };
  const rolesOf = async (client: string): Promise<readonly string[]> => {
    const { processes } = await look(client);
    if (!processes.known) throw new Error(JSON.stringify(processes.why));
    return processes.value.map(({ role, name }) => `${role} ${name}`).sort();
  };

  beforeAll(async () => {
    remote = await startRemote(homeOf(USER));
    room = { machine: remote.machine, clients, surface: 'test' };
  });
  afterEach(async () => {
    await clear();
    for (const part of [WECHAT_3, WEIXIN_4, WECOM]) removeFolder(path.posix.dirname(part.exe));
    removeFolder(HOME);
  });
  afterAll(() => remote?.end());

  it('knows WeChat 3 by its window and its helpers, and asks it to leave in order', async () => {
    const wechat = await enter(WECHAT_3);
    expect(await rolesOf('wechat')).toEqual([
      'helper WeChatAppEx.exe',
      'helper WeChatAppEx.exe',
      'root WeChat.exe',
    ]);
    const { windows } = await look('wechat');
    expect(windows).toMatchObject({
      known: true,
      value: [{ title: '微信', visible: true, kind: 'Qt51515QWindowIcon' }],
    });
    const receipt = await ask('exit', 'wechat');
    expect(receipt.verdict).toBe('gone');
    expect(wechat.wroteInOrder()).toBe(true);
    expect(wechat.events()).not.toContain('root hid');
  });

  it('takes the children of Weixin 4 for its parts although they have its name', async () => {
    const weixin = await enter(WEIXIN_4);
    expect(await rolesOf('wechat')).toEqual([
      ...Array<string>(3).fill('helper Weixin.exe'),
      'root Weixin.exe',
    ]);
    expect((await ask('exit', 'wechat')).verdict).toBe('gone');
    expect(weixin.wroteInOrder()).toBe(true);
  });

  it('leaves WeCom and its own WeChatAppEx alone when WeChat leaves', async () => {
    await enter(WECHAT_3);
    await enter(WECOM);
    expect((await ask('exit', 'wechat')).verdict).toBe('gone');
    expect(await rolesOf('wecom')).toEqual([
      'helper WeChatAppEx.exe',
      'helper WeChatAppEx.exe',
      'root WXWork.exe',
    ]);
    expect((await ask('exit', 'wecom')).verdict).toBe('gone');
  });

  it('only hides when its window is closed, and says that it is no exit', async () => {
    const wechat = await enter(WECHAT_3);
    const receipt = await ask('hide', 'wechat');
    await wechat.until('root hid');
    expect(receipt.verdict).toBe('still-running');
    expect((await look('wechat')).windows).toMatchObject({
      known: true,
      value: [{ visible: false }],
    });
  });

  it('asks a client whose window is hidden in the tray', async () => {
    const wechat = await enter({ ...WECHAT_3, hidden: true });
    expect((await ask('exit', 'wechat')).verdict).toBe('gone');
    expect(wechat.wroteInOrder()).toBe(true);
  });

  it('respects a veto, and tells it', async () => {
    const wechat = await enter({ ...WECHAT_3, temper: 'asks' });
    const receipt = await ask('exit', 'wechat');
    expect(receipt.verdict).toBe('still-running');
    expect(receipt.steps.find(({ kind }) => kind === 'ask')).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('no: WM_QUERYENDSESSION') as string,
    });
    expect(wechat.events()).not.toContain('root told to leave');
    expect((await ask('force', 'wechat')).verdict).toBe('gone');
  });

  it('sees that a client hangs, and does not wait for it for ever', async () => {
    await enter({ ...WECHAT_3, temper: 'hangs' });
    const receipt = await ask('exit', 'wechat');
    expect(receipt.verdict).toBe('still-running');
    const detail = receipt.steps.find(({ kind }) => kind === 'ask')?.detail;
    expect(detail).toMatch(/hangs|no answer/);
    expect((await ask('force', 'wechat')).verdict).toBe('gone');
  });

  it('waits for a client that takes its time to write', async () => {
    const wechat = await enter({ ...WECHAT_3, temper: 'slow' });
    expect((await ask('exit', 'wechat')).verdict).toBe('gone');
    expect(wechat.wroteInOrder()).toBe(true);
  });

  it('ends a helper that stays when its root has left', async () => {
    await enter({ ...WECHAT_3, temper: 'stubborn-helper' });
    const receipt = await ask('exit', 'wechat');
    expect(receipt.verdict).toBe('gone');
    expect(receipt.steps.filter(({ kind }) => kind === 'end')).toHaveLength(2);
  });

  it('ends helpers that come back after their root', async () => {
    const wechat = await enter({ ...WECHAT_3, temper: 'respawning' });
    const { processes } = await look('wechat');
    const helper = processes.known && processes.value.find(({ role }) => role === 'helper');
    if (helper) await room.machine.processes.end(helper);
    await wechat.until('root helper came back');
    expect((await ask('force', 'wechat')).verdict).toBe('gone');
  });

  it.each([
    ['Electron, which does not quit by it', 'Chrome_WidgetWin_1', 'Electron does not quit'],
    ['a window of which nobody knows whether it does', 'WeChatMainWndForPC', 'nobody knows'],
  ])('sends no order of Windows to %s, and answers at once', async (_, windowClass, why) => {
    const slack = await enter({ exe: 'C:/Program Files/Slack/slack.exe', windowClass });
    const long = { ...POLICY, timeoutMs: 600_000 };
    const receipt = await runRequest(room, { kind: 'exit', client: 'slack' }, long);
    expect(receipt).toMatchObject({ verdict: 'still-running' });
    expect(JSON.stringify(receipt.steps)).toContain(why);
    expect(receipt.steps.find(({ kind }) => kind === 'wait')).toMatchObject({
      ...{ outcome: 'skipped', why: 'nobody-asked' },
    });
    expect(slack.events()).not.toContain('root told to leave');
    expect((await ask('force', 'slack')).verdict).toBe('gone');
    removeFolder('C:/Program Files/Slack');
  });

  it('asks both of two instances', async () => {
    const [one, other] = [await enter(WEIXIN_4), await enter({ ...WEIXIN_4, helpers: 0 })];
    expect((await ask('exit', 'wechat')).verdict).toBe('gone');
    expect([one.wroteInOrder(), other.wroteInOrder()]).toEqual([true, true]);
  });

  it('finds its way among 300 processes, and waits for more than one call can wait for', async () => {
    const crowd = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) =>
        enter({
          exe: `C:/crowd/${name}/Weixin/Weixin.exe`,
          helpers: 59,
        }),
      ),
    );
    const { processes, doubts } = await look('wechat');
    expect(processes).toMatchObject({ known: true });
    const all = processes.known ? processes.value : [];
    expect(all.filter(({ role }) => role === 'root')).toHaveLength(5);
    // Wine does not always start every helper, so what lives is counted by the kernel.
    expect(all.length + doubts.length).toBe(livingIn('C:\\crowd\\'));
    expect(all.length).toBeGreaterThan(250);
    const receipt = await runRequest(
      room,
      { kind: 'exit', client: 'wechat' },
      { ...POLICY, timeoutMs: 20_000, graceMs: 5_000 },
    );
    expect(receipt.verdict).toBe('gone');
    expect(crowd.map((one) => one.wroteInOrder())).toEqual(Array(5).fill(true));
  }, 120_000);

  it('sees a process of another user, and never touches it', async () => {
    const wechat = await enter(WECHAT_3);
    const { machine } = room;
    const stranger = await snapshotOf(machine, clients, { trayIcons: false, windows: false });
    const seen = recognizer(
      clients,
      'windows',
      machine.places,
    )({ ...stranger, me: 'S-1-5-21-9-9-9-9' });
    expect(seen.get('wechat')).toMatchObject({ processes: { known: true, value: [] } });
    expect(seen.get('wechat')?.others).toHaveLength(3);
    expect(wechat.wroteInOrder()).toBe(false);
  });

  it('does not press a menu that Windows lets nobody press, and asks in the other way', async () => {
    const wechat = await enter(WECHAT_3);
    const { processes } = await look('wechat');
    const root = processes.known && processes.value.find(({ role }) => role === 'root');
    if (!root) throw new Error('no root');
    const icon = {
      address: '',
      id: '微信',
      title: '微信',
      holder: { known: true, value: root.pid },
    } as const;
    const labels = ['退出微信'];
    const menu = { names: ['微信'], labels, processes: [root] };
    const way = { by: 'tray-menu', icon, labels, menu } as const;
    // Wine's PowerShell says nothing and ends with 0: that is no answer.
    expect(await room.machine.quit.ask(way)).toMatchObject({
      state: 'failed',
      reason: { code: 'failed', detail: 'powershell said nothing' },
    });
    expect(await room.machine.quit.ask({ by: 'signal', process: root })).toMatchObject({
      state: 'delivered',
    });
    expect(await room.machine.processes.untilGone([root], 5_000)).toEqual([]);
    expect(wechat.wroteInOrder()).toBe(true);
  });

  describe('its files', () => {
    const files = `${DOCUMENTS}/WeChat Files`;
    const account = `${files}/wxid_小明`;
    const put = (at: string): void => {
      const inAccount = (...names: readonly string[]) => names.map((name) => `wxid_小明/${name}`);
      const [caches, kept] = [
        inAccount('FileStorage/Temp/1.tmp', 'FileStorage/Temp/图片/2.tmp'),
        inAccount('Msg/MicroMsg.db', 'config/login.dat', 'FileStorage/Temp/kept.db'),
      ];
      putFiles(at, 500, ...kept);
      putFiles(at, 3_000, ...caches);
    };
    const here = (file: string): string => path.join(DRIVE_C, file.slice(3));

    it.each([true, false])(
      'purges what was listed and no more (for good: %s)',
      async (permanently) => {
        put(files);
        const more = permanently ? { permanently: true as const } : {};
        const { plan } = await preview(room, { kind: 'purge', client: 'wechat', ...more }, POLICY);
        const receipt = await ask('purge', 'wechat', more);
        expect(receipt).toMatchObject({ verdict: 'gone', removed: { files: 2 } });
        expect(plan.listing).toMatchObject({ known: true, value: { files: 2 } });
        expect(readdirSync(here(`${account}/FileStorage/Temp`))).toEqual(
          expect.arrayContaining(['kept.db']) as unknown,
        );
        expect(existsSync(here(`${account}/FileStorage/Temp/1.tmp`))).toBe(false);
        expect(existsSync(here(`${account}/Msg/MicroMsg.db`))).toBe(true);
      },
    );

    it('does not say that nobody is signed in, where it cannot look', async () => {
      put(files);
      const [wechat] = clients.filter(({ id }) => id === 'wechat');
      if (!wechat) throw new Error('no wechat');
      expect(await room.machine.files.accounts(wechat)).toMatchObject({
        known: true,
        value: [{ name: 'wxid_小明', signedIn: { known: false, why: { code: 'unsupported' } } }],
      });
    });

    it('tells that a file is open elsewhere, and never that it is gone', async () => {
      put(files);
      // Not WeChat's own program, but somebody who holds a file of its cache open, and writes another.
      await enter({ exe: 'C:/tools/viewer.exe', folder: `${account}/FileStorage/Temp` });
      putFiles(files, 0);
      const receipt = await ask('purge', 'wechat', { permanently: true });
      expect(receipt).toMatchObject({ verdict: 'partly', removed: { files: 3 } });
      const open = `${account}/FileStorage/Temp/cache/open.bin`;
      expect(receipt.refusals).toMatchObject([{ code: 'open-elsewhere', subject: open }]);
      expect(existsSync(here(`${account}/FileStorage/Temp/cache/open.bin`))).toBe(true);
    });

    it('finds the folder that the registry names, also by its Chinese name', async () => {
      const moved = 'C:/数据 盘';
      put(`${moved}/WeChat Files`);
      const key = 'HKCU\\Software\\Tencent\\WeChat';
      try {
        await registry.put(key, 'FileSavePath', moved.replaceAll('/', '\\'));
        const [line] = await status(room, ['wechat'], Infinity);
        expect(line?.bytes).toBeGreaterThan(6_000);
        await registry.put(key, 'FileSavePath', 'MyDocument:');
        put(files);
        const [other] = await status(room, ['wechat'], Infinity);
        expect(other?.bytes).toBe(line?.bytes);
      } finally {
        await registry.remove(key);
        removeFolder(moved);
      }
    });
  });
});

clientsOnD();
