import type { ClientId, Presence } from '../../../shared/core/model.ts';
import type { Told, World } from './double/world.ts';

/** Where a row of the table comes from: somebody's recorded list, a public report, or nobody yet. */
export type Source = 'recorded' | 'reported' | 'Apple’s source' | 'assumed';

/** One situation on a Mac, and what may be said of it. */
export interface Situation {
  readonly what: string;
  readonly source: Source;
  readonly client: ClientId;
  readonly world: World;
  readonly presence: Presence;
}

const alone = (one: Omit<Told, 'pid'>): World => ({ processes: [{ pid: 812, ...one }] });
const at = (exe: string, bundleId?: string): World =>
  alone({
    args: [exe],
    app: { executable: exe, ...(bundleId === undefined ? {} : { bundleId }) },
  });

const WECHAT = 'com.tencent.xinWeChat';
const W = 'Contents/MacOS/WeChat';
const LARK_HELPER =
  '/Applications/Lark.app/Contents/Frameworks/Lark Framework.framework/Versions/131.0.6778.268/Helpers/Lark Helper.app/Contents/MacOS/Lark Helper';
const CONTENTS = '/Applications/WeChat.app/Contents';

type Row = readonly [what: string, source: Source, world: World, presence: Presence];

const ROOTS: readonly Row[] = [
  ['in /Applications', 'recorded', at(`/Applications/WeChat.app/${W}`, WECHAT), 'running'],
  [
    'translocated from Downloads',
    'reported',
    at(`/private/var/folders/th/gg/T/AppTranslocation/7A0B-1F0E/d/WeChat.app/${W}`, WECHAT),
    'running',
  ],
  ['on its disk image', 'assumed', at(`/Volumes/微信 WeChat/WeChat.app/${W}`, WECHAT), 'running'],
  ['in Downloads', 'reported', at(`/Users/me/Downloads/WeChat.app/${W}`, WECHAT), 'running'],
  [
    'in a folder of programs',
    'assumed',
    at(`/Applications/社交/WeChat.app/${W}`, WECHAT),
    'running',
  ],
  ['by Setapp', 'assumed', at(`/Applications/Setapp/WeChat.app/${W}`, WECHAT), 'running'],
  ['on another disk', 'assumed', at(`/Volumes/T7/WeChat.app/${W}`, WECHAT), 'running'],
  [
    'under the name that a firmlink gives it',
    'assumed',
    alone({ args: [`/System/Volumes/Data/Applications/WeChat.app/${W}`] }),
    'running',
  ],
  [
    'under a doubled slash',
    'assumed',
    alone({ args: [`//Applications/WeChat.app/${W}`] }),
    'running',
  ],
  [
    'in the Trash, as NSWorkspace says',
    'reported',
    alone({
      args: [`/Applications/WeChat.app/${W}`],
      app: { bundleId: WECHAT, executable: `/Users/me/.Trash/WeChat.app/${W}` },
    }),
    'running',
  ],
  [
    'as WeChat 2.app',
    'recorded',
    at(`/Applications/WeChat 2.app/${W}`, `${WECHAT}.clone2`),
    'running',
  ],
  [
    'as a copy with its own id',
    'recorded',
    at(`/Users/me/Applications/WeChat Multi/WeChat 1.app/${W}`, WECHAT),
    'running',
  ],
  ['as WeChat10.app', 'reported', at(`/Applications/WeChat10.app/${W}`, `${WECHAT}10`), 'running'],
  ['as 微信2.app', 'assumed', at(`/Applications/微信2.app/${W}`, `${WECHAT}2`), 'running'],
  [
    'as the Finder copies it',
    'assumed',
    at(`/Applications/WeChat副本.app/${W}`, WECHAT),
    'running',
  ],
  [
    'as a renamed application',
    'assumed',
    at('/Applications/聊天.app/Contents/MacOS/聊天', WECHAT),
    'running',
  ],
  [
    'with a Chinese program',
    'reported',
    alone({ args: ['/Applications/微信.app/Contents/MacOS/微信'] }),
    'running',
  ],
  [
    'for iOS, by PlayCover',
    'reported',
    at(
      '/Users/me/Library/Containers/io.playcover.PlayCover/Applications/com.tencent.xin.app/WeChat',
      'com.tencent.xin',
    ),
    'running',
  ],
  [
    'for iOS, as macOS wraps it',
    'assumed',
    at('/Applications/WeChat.app/Wrapper/WeChat.app/WeChat', 'com.tencent.xin'),
    'running',
  ],
  [
    'in Downloads, where NSWorkspace does not know it',
    'assumed',
    alone({ args: [`/Users/me/Downloads/WeChat.app/${W}`] }),
    'unknown',
  ],
  [
    'by sudo in our session',
    'reported',
    alone({
      owner: 0,
      args: [`/Applications/WeChat.app/${W}`],
      app: { bundleId: WECHAT, executable: `/Applications/WeChat.app/${W}` },
    }),
    'running',
  ],
  [
    'of another user',
    'assumed',
    alone({ owner: 502, args: [`/Applications/WeChat.app/${W}`] }),
    'gone',
  ],
  ['on its way out', 'Apple’s source', alone({ args: [''], name: 'WeChat' }), 'unknown'],
  [
    'where ps was a moment too early, twice',
    'assumed',
    {
      processes: [],
      lateApps: [{ pid: 812, bundleId: WECHAT, executable: `/Applications/WeChat.app/${W}` }],
    },
    'unknown',
  ],
];

const PARTS: readonly Row[] = [
  [
    'its crash handler',
    'recorded',
    alone({ args: [`${CONTENTS}/Frameworks/crashpad_handler`, '--database=x'] }),
    'residue',
  ],
  [
    'WeApp, deep in another framework',
    'recorded',
    alone({
      args: [
        `${CONTENTS}/MacOS/WeChatAppEx.app/Contents/Frameworks/WeChatAppEx Framework.framework/Versions/C/Helpers/WeApp.app/Contents/MacOS/WeApp`,
      ],
    }),
    'residue',
  ],
  [
    'mini programs as 小程序',
    'assumed',
    alone({
      args: ['小程序', '--type=x'],
      app: {
        bundleId: `${WECHAT}.MiniProgram`,
        executable: `${CONTENTS}/MacOS/小程序.app/Contents/MacOS/小程序`,
      },
    }),
    'residue',
  ],
  [
    'mini programs as 小程序, where NSWorkspace does not know them',
    'reported',
    alone({ args: ['小程序', '--type=x'] }),
    'unknown',
  ],
  [
    'Sparkle',
    'assumed',
    alone({ args: [`${CONTENTS}/Frameworks/Sparkle.framework/Versions/B/Autoupdate`] }),
    'residue',
  ],
  [
    'WeChatAppEx of one on another disk',
    'assumed',
    at(
      '/Volumes/T7/WeChat.app/Contents/MacOS/WeChatAppEx.app/Contents/MacOS/WeChatAppEx',
      'com.tencent.flue.WeChatAppEx',
    ),
    'residue',
  ],
  [
    'a crash handler of one on another disk',
    'assumed',
    alone({ args: ['/Volumes/T7/WeChat.app/Contents/Frameworks/crashpad_handler'] }),
    'unknown',
  ],
  [
    'an unknown program that may be its root',
    'assumed',
    alone({ args: [`${CONTENTS}/MacOS/WeChatNew`] }),
    'unknown',
  ],
  [
    'a helper on its way out',
    'Apple’s source',
    alone({ args: [''], name: 'WeChatAppEx Help' }),
    'unknown',
  ],
  [
    'its share extension, which macOS keeps',
    'reported',
    at(
      `${CONTENTS}/PlugIns/WeChatMacShare.appex/Contents/MacOS/WeChatMacShare`,
      `${WECHAT}.WeChatMacShare`,
    ),
    'gone',
  ],
  [
    'its XPC service, which macOS keeps',
    'recorded',
    alone({ args: [`${CONTENTS}/XPCServices/DebugHelper.xpc/Contents/MacOS/DebugHelper`] }),
    'gone',
  ],
];

const of = (client: ClientId, rows: readonly Row[]): readonly Situation[] =>
  rows.map(([what, source, world, presence]) => ({ what, source, client, world, presence }));

const FEISHU = '/Applications/Lark.app/Contents/MacOS/Feishu';
const feishuRuns: World = {
  processes: [
    { pid: 29229, args: [FEISHU], app: { bundleId: 'com.electron.lark', executable: FEISHU } },
    { pid: 29248, parent: 29229, args: [LARK_HELPER, '--type=gpu-process'] },
  ],
};

/** The situations of which a Mac was once called free of a client, each with the answer that is true. */
export const SITUATIONS: readonly Situation[] = [
  ...of('wechat', ROOTS),
  ...of('wechat', PARTS),
  ...of('wecom', [
    [
      'in /Applications',
      'recorded',
      at('/Applications/企业微信.app/Contents/MacOS/企业微信', 'com.tencent.WeWorkMac'),
      'running',
    ],
    ['on its way out', 'Apple’s source', alone({ args: [''], name: '企业微信' }), 'unknown'],
    [
      'a part of CEF',
      'recorded',
      alone({
        args: [
          '/Applications/企业微信.app/Contents/Frameworks/企业微信 Helper (Renderer).app/Contents/MacOS/企业微信 Helper (Renderer)',
          '--type=renderer',
        ],
      }),
      'residue',
    ],
  ]),
  ...of('feishu', [
    ['in Lark.app', 'recorded', feishuRuns, 'running'],
    ['in Lark.app, by its path alone', 'recorded', alone({ args: [FEISHU] }), 'running'],
    [
      'in 飞书.app',
      'recorded',
      alone({ args: ['/Applications/飞书.app/Contents/MacOS/Feishu'] }),
      'running',
    ],
    [
      'a helper in Lark.app, which may be Lark’s',
      'recorded',
      alone({ args: [LARK_HELPER] }),
      'unknown',
    ],
  ]),
  ...of('lark', [
    ['while Feishu runs in Lark.app', 'recorded', feishuRuns, 'gone'],
    [
      'a helper in Lark.app, which may be Feishu’s',
      'recorded',
      alone({ args: [LARK_HELPER] }),
      'unknown',
    ],
    [
      'in LarkSuite.app',
      'recorded',
      alone({ args: ['/Applications/LarkSuite.app/Contents/MacOS/Lark'] }),
      'running',
    ],
    [
      'as another program in Downloads',
      'assumed',
      at('/Users/me/Downloads/Lark.app/Contents/MacOS/Lark', 'org.lark-parser.Lark'),
      'gone',
    ],
  ]),
  ...of('teams', [
    [
      'with its longer name',
      'assumed',
      alone({
        args: ['/Applications/Microsoft Teams (work or school).app/Contents/MacOS/MSTeams'],
      }),
      'running',
    ],
    [
      'classic',
      'assumed',
      at('/Applications/Microsoft Teams classic.app/Contents/MacOS/Teams', 'com.microsoft.teams'),
      'running',
    ],
    [
      'its module host',
      'reported',
      alone({
        args: [
          '/Applications/Microsoft Teams.app/Contents/Helpers/Microsoft Teams ModuleHost.app/Contents/MacOS/Microsoft Teams ModuleHost',
        ],
      }),
      'residue',
    ],
    [
      'its widget, which macOS keeps',
      'recorded',
      alone({
        args: [
          '/Applications/Microsoft Teams.app/Contents/PlugIns/TeamsWidgetExtension.appex/Contents/MacOS/TeamsWidgetExtension',
          '-AppleLanguages',
        ],
      }),
      'gone',
    ],
  ]),
  ...of('dingtalk', [
    [
      'a part of it',
      'assumed',
      alone({
        args: [
          '/Applications/DingTalk.app/Contents/Frameworks/DingTalk Helper (Renderer).app/Contents/MacOS/DingTalk Helper (Renderer)',
        ],
      }),
      'residue',
    ],
    [
      'as DingTalkLite',
      'assumed',
      at(
        '/Applications/DingTalkLite.app/Contents/MacOS/DingTalkLite',
        'com.alibaba.DingTalkMacLite',
      ),
      'running',
    ],
    [
      'as 钉钉.app',
      'assumed',
      at('/Applications/钉钉.app/Contents/MacOS/DingTalk', 'com.alibaba.DingTalkMac'),
      'running',
    ],
  ]),
  ...of('qq', [
    [
      'a part of its update',
      'assumed',
      alone({
        args: [
          '/Users/me/Library/Containers/com.tencent.qq/Data/Library/Application Support/QQ/versions/6.9.61/QQUpdate.app/Contents/Frameworks/QQ Helper (Renderer).app/Contents/MacOS/QQ Helper (Renderer)',
        ],
      }),
      'residue',
    ],
    [
      'in Downloads, where NSWorkspace does not know it',
      'assumed',
      alone({ args: ['/Users/me/Downloads/QQ.app/Contents/MacOS/QQ'] }),
      'unknown',
    ],
  ]),
  ...of('whatsapp', [
    [
      'in /Applications',
      'assumed',
      at('/Applications/WhatsApp.app/Contents/MacOS/WhatsApp', 'net.whatsapp.WhatsApp'),
      'running',
    ],
    [
      'its service extension, which macOS keeps',
      'reported',
      alone({
        args: [
          '/Applications/WhatsApp.app/Contents/PlugIns/ServiceExtension.appex/Contents/MacOS/ServiceExtension',
        ],
      }),
      'gone',
    ],
    [
      'as a page that Safari shows as an application',
      'assumed',
      at(
        '/Users/me/Applications/WhatsApp.app/Contents/MacOS/Web App',
        'com.apple.Safari.WebApp.2F1C7A80-0000-4000-8000-000000000000',
      ),
      'gone',
    ],
  ]),
  ...of('telegram', [
    [
      'the native one',
      'assumed',
      at('/Applications/Telegram.app/Contents/MacOS/Telegram', 'ru.keepcoder.Telegram'),
      'running',
    ],
  ]),
  ...of('discord', [
    [
      'its crash handler',
      'assumed',
      alone({
        args: [
          '/Applications/Discord.app/Contents/Frameworks/Electron Framework.framework/Helpers/chrome_crashpad_handler',
        ],
      }),
      'residue',
    ],
  ]),
  ...of('line', [
    [
      'in /Applications',
      'assumed',
      at('/Applications/LINE.app/Contents/MacOS/LINE', 'jp.naver.line.mac'),
      'running',
    ],
  ]),
  ...of('slack', [
    [
      'in /Applications',
      'assumed',
      at('/Applications/Slack.app/Contents/MacOS/Slack', 'com.tinyspeck.slackmacgap'),
      'running',
    ],
    [
      'its crash handler',
      'assumed',
      alone({
        args: [
          '/Applications/Slack.app/Contents/Frameworks/Electron Framework.framework/Helpers/chrome_crashpad_handler',
        ],
      }),
      'residue',
    ],
  ]),
];
