import { describe, expect, it } from 'vitest';
import { clients } from '../../../../shared/clients/index.ts';
import { known } from '../../../../shared/core/known.ts';
import type { ClientProcess, Verdict } from '../../../../shared/core/model.ts';
import type { Api } from '../../../../shared/machine/windows/native/api.ts';
import { listProcesses } from '../../../../shared/machine/windows/native/processes.ts';
import { lookAtTray } from '../../../../shared/machine/windows/native/tray.ts';
import { untilGone } from '../../../../shared/machine/windows/native/wait.ts';
import { closeWindow } from '../../../../shared/machine/windows/native/windows.ts';
import { ME, windowsDouble, type Program } from './double.ts';
import { HOME, matters, seen, seenByPowershell, verdict } from './seen.ts';

const verdictOf = (client: string, ...programs: readonly Program[]): Verdict =>
  verdict(client, seen(client, ...programs));
const at = (path: string, more: Partial<Program> = {}): Program => ({
  ...{ pid: 8_000_000, name: path.slice(path.lastIndexOf('\\') + 1), path },
  ...more,
});
const closed = (name: string, more: Partial<Program> = {}): Program => ({
  ...{ pid: 8_000_000, name, refused: 5 },
  ...more,
});

const WEIXIN = 'C:\\Program Files\\Tencent\\Weixin\\Weixin.exe';
const PLUGIN = `${HOME}\\AppData\\Roaming\\Tencent\\WeChat\\XPlugin\\Plugins\\RadiumWMPF\\9\\extracted\\runtime`;

describe('a program with a name of a client is never gone', () => {
  it.each([
    ['wechat', 'D:\\WeChat\\WeChat.exe'],
    ['wechat', 'D:\\Program Files\\WeChat\\WeChat.exe'],
    ['wechat', 'D:\\微信\\WeChat.exe'],
    ['wechat', 'D:\\Tencent\\Weixin 4.1\\Weixin.exe'],
    ['wechat', `${HOME}\\Desktop\\WeChat 绿色版\\WeChat.exe`],
    ['wechat', 'D:\\😀\\Weixin4\\Weixin.exe'],
    ['wechat', 'D:\\Weixin\\4.1.2.3\\Weixin.exe'],
    ['wecom', 'D:\\企业微信\\WXWork.exe'],
    ['qq', 'D:\\QQNT\\QQ.exe'],
    ['qq', 'D:\\聊天\\QQ.exe'],
    ['tim', 'D:\\TIM\\Bin\\TIM.exe'],
    ['dingtalk', 'D:\\钉钉\\main\\current\\DingTalk.exe'],
    ['telegram', 'D:\\tg\\Telegram.exe'],
    ['feishu', 'D:\\飞书\\Feishu.exe'],
    ['slack', 'D:\\Work\\slack.exe'],
    ['discord', 'D:\\Discord\\app-1\\Discord.exe'],
    ['line', 'C:\\Program Files (x86)\\LINE\\bin\\current\\LINE.exe'],
    ['wecom-gov', 'D:\\WXWorkLocal2\\WXWorkLocal.exe'],
    ['wechat', '\\\\server\\apps\\Weixin\\Weixin.exe'],
    ['wechat', '\\\\?\\Volume{1}\\wx\\Weixin.exe'],
    ['wechat', 'D:\\WECHAT~1\\WeChat.exe'],
  ])('%s at %s', (client, path) => expect(verdictOf(client, at(path))).not.toBe('gone'));

  it.each([
    ['wechat', 'C:\\Program Files\\Tencent\\Weixin\\Weixin - 副本.exe'],
    ['wechat', 'C:\\Program Files\\Tencent\\Weixin\\Weixin - Copy (2).exe'],
    ['wechat', 'C:\\Program Files\\Tencent\\WeChat\\WeChat12.exe'],
    ['wechat', 'D:\\多开\\WeChat12.exe'],
    ['wechat', 'D:\\多开\\Weixin (2).exe'],
    ['wechat', 'D:\\多开\\WeChat2.exe'],
    ['wechat', 'D:\\多开\\微信.exe'],
    ['wechat', 'D:\\wx\\Weixin.exe.old'],
    ['wecom', 'C:\\Program Files (x86)\\WXWork\\WXWork2.exe'],
    ['qq', 'D:\\QQ 副本\\QQ - 副本.exe'],
  ])('%s under another name, %s', (client, path) =>
    expect(verdictOf(client, at(path))).not.toBe('gone'),
  );

  it.each([
    ['its file was renamed', `${WEIXIN}.old`],
    ['its folder was renamed', 'C:\\Program Files\\Tencent\\Weixin_old\\Weixin.exe'],
    ['its file was moved into the recycle bin', 'C:\\$Recycle.Bin\\S-1-5\\$RABCDE.exe'],
    ['Windows answers an empty path', ''],
  ])('while it runs: %s', (_, path) =>
    expect(verdictOf('wechat', at(path, { name: 'Weixin.exe' }))).not.toBe('gone'),
  );

  it.each(['WeChatAppEx.exe', 'WeixinExt.exe', 'WeChatOCR.exe'])(
    'a helper alone at an unknown place, %s',
    (name) => expect(verdictOf('wechat', at(`D:\\moved\\${name}`))).not.toBe('gone'),
  );

  it.each(['WeChatAppEx.exe', 'WeChatApp.exe'])('a helper alone that denies itself, %s', (name) =>
    expect(verdictOf('wechat', closed(name))).not.toBe('gone'),
  );

  it('a program of nobody says nothing of any client', () => {
    for (const path of [
      'D:\\tools\\Update.exe',
      'C:\\Windows\\explorer.exe',
      'D:\\q\\line-up.exe',
      'C:\\Program Files\\微信开发者工具\\wechatdevtools.exe',
      'D:\\x\\QQMusic.exe',
    ])
      for (const { id } of clients)
        expect([path, id, verdictOf(id, at(path))]).toEqual([path, id, 'gone']);
  });
});

describe('a window of a class that one client alone has', () => {
  const shown = (shows: string, more: Partial<Program> = {}): Program =>
    at('D:\\a\\b.exe', { shows, ...more });
  it.each([
    ['wechat', 'WeChatMainWndForPC'],
    ['wechat', 'mmui::MainWindow'],
    ['wecom', 'WeWorkWindow'],
  ])(
    'makes its program likely %s, wherever it is and whatever it is called: %s',
    (client, shows) => {
      expect(seen(client, shown(shows)).doubts).toMatchObject([
        { level: 'likely', because: ['window-class'] },
      ]);
      expect(verdictOf(client, shown(shows))).toBe('unknown');
    },
  );
  it('counts also where the program denies itself', () =>
    expect(verdictOf('wechat', shown('mmui::LoginWindow', { refused: 5 }))).toBe('unknown'));
  it('does not count where other programs have it as well', () => {
    for (const shows of [
      'Chrome_WidgetWin_1',
      'TXGuiFoundation',
      'Qt51514QWindowIcon',
      'WeUIDialog',
    ])
      for (const { id } of clients) expect(verdictOf(id, shown(shows))).toBe('gone');
  });
  it('does not make a helper of a client’s own program a doubt', () => {
    const root = at(WEIXIN);
    const child = shown('mmui::MainWindow', { pid: 8_000_004, parent: root.pid });
    expect(seen('wechat', root, child).doubts).toEqual([]);
  });
});

describe('what cannot be opened', () => {
  it.each([0, 5, 6, 8, 31, 299, 1450])('error %i is no proof that it has left', (refused) =>
    expect(verdictOf('wechat', closed('Weixin.exe', { refused }))).toBe('unknown'),
  );
  it('only error 87 proves that it has left', () =>
    expect(verdictOf('wechat', closed('Weixin.exe', { refused: 87 }))).toBe('gone'));
  it.each([
    ['wechat', 'WeChatPlayer.exe'],
    ['wechat', 'WeChat2.exe'],
    ['wechat', 'Weixin2.exe'],
    ['wecom', 'WXWork.exe'],
    ['wecom-gov', 'WXWorkLocalPro.exe'],
    ['discord', 'DiscordCanary.exe'],
    ['teams', 'ms-teams.exe'],
    ['dingtalk', 'DingtalkLauncher.exe'],
    ['whatsapp', 'WhatsApp.Root.exe'],
  ])('%s is unknown while %s hides its program', (client, name) =>
    expect(verdictOf(client, closed(name))).toBe('unknown'),
  );
  it('knows by the list of the kernel whose session it is in', () => {
    expect(verdictOf('wechat', closed('Weixin.exe', { session: 2 }))).toBe('gone');
    expect(seen('wechat', closed('Weixin.exe', { session: 2 })).others).toHaveLength(1);
  });
  it('knows when it began, so that another one with its pid is not it', () => {
    const { processes } = seen('wechat', at(WEIXIN), closed('Weixin.exe', { pid: 9_000_000 }));
    expect(processes.known).toBe(false);
    const list = listProcesses(
      windowsDouble([closed('Weixin.exe', { start: 12_345n })]).api,
      ME,
      matters,
    );
    expect(list).toMatchObject({ value: [{ startTime: '12340' }] });
  });
});

describe('helpers of a root', () => {
  it('are not ended where the root lives at an unknown place', () => {
    const root = at('D:\\WeChat\\WeChat.exe');
    const helper = at(`${PLUGIN}\\WeChatAppEx.exe`, { pid: 8_000_004, parent: root.pid });
    const { processes } = seen('wechat', root, helper);
    expect(processes).toMatchObject({ value: [{ onlyNamed: true }] });
  });
  it('are its own where WeCom runs at an unknown place', () => {
    const root = at('D:\\企业微信\\WXWork.exe');
    const helper = at('D:\\企业微信\\WeChatAppEx.exe', { pid: 8_000_004, parent: root.pid });
    expect(verdictOf('wechat', root, helper)).toBe('gone');
    expect(verdictOf('wecom', root, helper)).toBe('unknown');
  });
  it('are not lost where the clock was set back between the two', () => {
    const root = at(WEIXIN, { start: 5_000n });
    const helper = at('D:\\x\\WeChatAppEx.exe', {
      pid: 8_000_004,
      parent: root.pid,
      start: 4_000n,
    });
    expect(seen('wechat', root, helper).doubts).toHaveLength(1);
  });
});

it('waiting for one that may not be waited for leaves no handle open', async () => {
  const { api, opened } = windowsDouble([at(WEIXIN, { without: 0x10_0000 })]);
  const one = { pid: 8_000_000, startTime: '1000' } as ClientProcess;
  expect(await untilGone(api, [one], 100)).toEqual([one]);
  expect(opened()).toBe(0);
});

it('a window whose number has bit 31 set is asked to close', () => {
  const user32 = {
    IsWindow: () => 1,
    GetWindowThreadProcessId: (_: unknown, pid: Buffer) => pid.writeUInt32LE(7),
    SendNotifyMessageW: () => 1,
  };
  const api = { ...windowsDouble([]).api, user32 } as unknown as Api;
  const window = { id: '-1610612736', title: '', pid: 7, visible: true };
  expect(closeWindow(api, window)).toEqual({ state: 'delivered' });
});

it('a missing tray is unknown while a client runs, as Explorer may be starting again', () => {
  const { api } = windowsDouble([]);
  expect(lookAtTray(api, new Set([8])).known).toBe(false);
  expect(lookAtTray(api, new Set())).toEqual(known([]));
});

describe('PowerShell keeps the same rules', () => {
  const told = (client: string, name: string, path: string): Verdict =>
    verdict(client, seenByPowershell(client, { ...at(path), name }));
  it.each([
    ['wecom-gov', 'WXWorkLocalPro.exe', ''],
    ['discord', 'DiscordCanary.exe', ''],
    ['wechat', 'Weixin2.exe', ''],
    ['wechat', 'Weixin.exe', 'C:\\$Recycle.Bin\\S-1\\$RABCDE.exe'],
    ['qq', 'QQ.exe', 'D:\\聊天\\QQ.exe'],
  ])('%s is unknown while %s runs at "%s"', (client, name, exe) =>
    expect(told(client, name, exe)).toBe('unknown'),
  );
});
