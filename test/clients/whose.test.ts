import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';
import type { ProcessPattern } from '../../shared/core/client.ts';
import { editionsOn } from '../../shared/core/client.ts';
import { recognizer } from '../../shared/core/identify.ts';
import { known } from '../../shared/core/known.ts';
import type { ClientId, Platform, Process } from '../../shared/core/model.ts';
import { lastPart } from '../../shared/core/paths.ts';
import { PLACES, PLATFORMS, placed } from './examples.ts';

interface Made {
  readonly pid: number;
  readonly parent?: number;
  readonly exe: string;
  readonly args?: readonly string[];
  readonly sandbox?: string;
}

const process = ({ pid, parent = 1, exe, args = [], sandbox }: Made): Process => ({
  pid,
  parent,
  startTime: `${pid}`,
  owner: 'me',
  name: lastPart(exe),
  exe: known(exe),
  args: known([exe, ...args]),
  ...(sandbox === undefined ? {} : { sandbox }),
});

const RECOGNIZERS = {
  windows: recognizer(clients, 'windows', PLACES.windows),
  macos: recognizer(clients, 'macos', PLACES.macos),
  linux: recognizer(clients, 'linux', PLACES.linux),
};

/** Which clients see which of these processes as their own: `wecom 10 root`. */
function whose(platform: Platform, ...made: readonly Made[]): readonly string[] {
  const sorted = RECOGNIZERS[platform]({
    me: 'me',
    processes: known(made.map(process)),
    trayIcons: known([]),
    windows: known([]),
  });
  return [...sorted].flatMap(([client, seen]) =>
    seen.processes.known
      ? seen.processes.value.map((one) => `${client} ${one.pid} ${one.role}`)
      : [`${client} blind`],
  );
}

const madeFrom = (pattern: ProcessPattern, platform: Platform): Made => ({
  pid: 10,
  exe: placed(pattern.exe, platform),
  ...(pattern.script === undefined ? {} : { args: [placed(pattern.script, platform)] }),
  ...(pattern.sandbox === undefined ? {} : { sandbox: pattern.sandbox }),
});

const patterns = (role: 'roots' | 'helpers') =>
  PLATFORMS.flatMap((platform) =>
    clients.flatMap((client) =>
      editionsOn(client, platform).flatMap((edition) =>
        edition[role].map((pattern) => ({ client: client.id, platform, pattern })),
      ),
    ),
  );

const PROGRAMS = 'C:/Program Files (x86)';
const WECHAT = 'C:/Program Files/Tencent/Weixin/Weixin.exe';
const WECOM = `${PROGRAMS}/WXWork/WXWork.exe`;
const PLUGIN =
  'C:/Users/a/AppData/Roaming/Tencent/xwechat/XPlugin/Plugins/RadiumWMPF/1/extracted/runtime/WeChatAppEx.exe';

describe('a process', () => {
  it('is a root of the one client whose pattern names it', () => {
    for (const { client, platform, pattern } of patterns('roots'))
      expect(whose(platform, madeFrom(pattern, platform)), pattern.exe).toEqual([
        `${client} 10 root`,
      ]);
  });

  it('is a helper of the one client whose own folder it lies in', () => {
    for (const { client, platform, pattern } of patterns('helpers'))
      // Feishu's application is called like Lark's: without a root nobody can say whose part it is.
      if (pattern.exe.includes('/Applications/Lark.app/'))
        expect(whose(platform, madeFrom(pattern, platform))).toEqual([
          'feishu blind',
          'lark blind',
        ]);
      else if (!pattern.belowRoot) {
        const [found, ...more] = whose(platform, madeFrom(pattern, platform));
        expect(more, pattern.exe).toEqual([]);
        // The program that a person starts may lie in the same folder.
        expect([`${client} 10 helper`, `${client} 10 root`], pattern.exe).toContain(found);
      }
  });

  it('is nobody’s while only its name speaks for a client', () => {
    const elsewhere = { windows: 'E:/tools', macos: '/tmp/tools', linux: '/srv/tools' };
    fc.assert(
      fc.property(fc.constantFrom(...patterns('roots'), ...patterns('helpers')), (one) => {
        const { exe } = madeFrom(one.pattern, one.platform);
        const wrong = `${elsewhere[one.platform]}/${lastPart(exe)}`;
        expect(whose(one.platform, { pid: 10, exe: wrong })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('of a flatpak is nobody’s outside of its sandbox', () => {
    const flatpaks = patterns('roots').filter((one) => one.pattern.sandbox !== undefined);
    expect(new Set(flatpaks.map((one) => one.client))).toEqual(
      new Set<ClientId>(['wechat', 'qq', 'dingtalk', 'feishu', 'telegram', 'slack', 'discord']),
    );
    for (const { pattern } of flatpaks) {
      const made = { ...madeFrom(pattern, 'linux'), sandbox: 'org.example.Other' };
      const outside = whose('linux', made);
      // Discord unpacks itself into its data folder, which is below the home folder in both cases.
      if (!pattern.exe.includes('{home}')) expect(outside, pattern.exe).toEqual([]);
    }
  });
});

describe('WeChatAppEx', () => {
  it('below WXWork is WeCom’s, not WeChat’s, wherever its file lies', () => {
    for (const exe of [PLUGIN, `${PROGRAMS}/WXWork/5.0/WeChatAppEx.exe`, 'E:/x/WeChatAppEx.exe'])
      expect(whose('windows', { pid: 10, exe: WECOM }, { pid: 11, parent: 10, exe })).toEqual([
        'wecom 10 root',
        'wecom 11 helper',
      ]);
  });

  it('below WeChat is WeChat’s, also further down and while WeCom runs', () => {
    expect(
      whose(
        'windows',
        { pid: 10, exe: WECOM },
        { pid: 20, exe: WECHAT },
        { pid: 21, parent: 20, exe: PLUGIN },
        { pid: 22, parent: 21, exe: PLUGIN },
        { pid: 11, parent: 10, exe: `${PROGRAMS}/WXWork/5.0/WeChatOCR.exe` },
      ),
    ).toEqual([
      'wechat 20 root',
      'wechat 21 helper',
      'wechat 22 helper',
      'wecom 10 root',
      'wecom 11 helper',
    ]);
  });

  it('without a living parent belongs to whose folder it lies in, and to nobody elsewhere', () => {
    expect(whose('windows', { pid: 11, exe: PLUGIN })).toEqual(['wechat 11 helper']);
    expect(whose('windows', { pid: 11, exe: `${PROGRAMS}/WXWork/5/WeChatAppEx.exe` })).toEqual([
      'wecom 11 helper',
    ]);
    expect(whose('windows', { pid: 11, exe: 'E:/x/WeChatAppEx.exe' })).toEqual([]);
  });
});

describe('msedgewebview2', () => {
  const WEBVIEW = `${PROGRAMS}/Microsoft/EdgeWebView/Application/130/msedgewebview2.exe`;
  const TEAMS = 'C:/Program Files/WindowsApps/MSTeams_25_x64__8wekyb3d8bbwe/ms-teams.exe';
  const WHATSAPP = 'D:/WindowsApps/5319275A.WhatsAppDesktop_2_x64__cv1g1gvanyjgm/WhatsApp.Root.exe';

  it('belongs to the client that started it, and to nobody without one', () => {
    const below = (exe: string): readonly string[] =>
      whose('windows', { pid: 10, exe }, { pid: 11, parent: 10, exe: WEBVIEW });
    expect(below(TEAMS)).toEqual(['teams 10 root', 'teams 11 helper']);
    expect(below(WHATSAPP)).toEqual(['whatsapp 10 root', 'whatsapp 11 helper']);
    expect(below('C:/Windows/explorer.exe')).toEqual([]);
  });
});

describe('the children of a client', () => {
  it('with its own name are its helpers, not further roots', () => {
    for (const { client, platform, pattern } of patterns('roots')) {
      const root = madeFrom(pattern, platform);
      expect(whose(platform, root, { ...root, pid: 11, parent: 10 }), pattern.exe).toEqual([
        `${client} 10 root`,
        `${client} 11 helper`,
      ]);
    }
  });
});
