import type { ClientId, Presence, RequestKind, Verdict } from '../../../shared/core/model.ts';
import type { Told, World } from './double/world.ts';

/** What one request has to come to, and which processes have to be left after it. */
export interface Answer {
  readonly kind: RequestKind;
  readonly verdict: Verdict;
  readonly exitCode: number;
  readonly refusals?: readonly string[];
  readonly left: readonly number[];
}

/** One situation of a Mac, and what every surface has to say of it. */
export interface Evening {
  readonly what: string;
  readonly client: ClientId;
  readonly world: World;
  readonly status: Presence;
  readonly answers: readonly Answer[];
}

/** One file of WeChat's cache. */
export const CACHE =
  'Library/Containers/com.tencent.xinWeChat/Data/Documents/app_data/log/day/a.xlog';

// Pids beyond those of this computer, so that no signal could ever reach a real process.
const ROOT = 9_000_812;
const PART = 9_000_813;

const CONTENTS = '/Applications/WeChat.app/Contents';
const W = 'Contents/MacOS/WeChat';
const root = (executable: string, bundleId = 'com.tencent.xinWeChat', more = {}): Told => ({
  pid: ROOT,
  args: [executable],
  app: { bundleId, executable, ...more },
});
const wechat = root(`/Applications/WeChat.app/${W}`);
const part: Told = {
  pid: PART,
  parent: ROOT,
  args: [`${CONTENTS}/MacOS/WeChatAppEx.app/Contents/MacOS/WeChatAppEx`],
};
const window = (visible: boolean): World['windows'] => [
  { number: 1, pid: ROOT, layer: 0, owner: '微信', visible },
];

const gone = (kind: RequestKind, left: readonly number[] = []): Answer => ({
  ...{ kind, verdict: 'gone', exitCode: 0, left },
});
const not = (kind: RequestKind, verdict: Verdict, ...left: readonly number[]): Answer => ({
  ...{ kind, verdict, exitCode: 1, left },
});
const blind = (kind: RequestKind, ...left: readonly number[]): Answer => ({
  ...not(kind, 'unknown', ...left),
  refusals: ['blind'],
});
const hidden = (...left: readonly number[]): Answer => ({
  ...{ kind: 'hide', verdict: 'still-running', exitCode: 0, left },
});
const refused = (code: string, verdict: Verdict, ...left: readonly number[]): Answer => ({
  ...{ kind: 'purge', verdict, exitCode: 1, refusals: [code], left },
});

const FEISHU = '/Applications/Lark.app/Contents/MacOS/Feishu';
const feishu: World = {
  processes: [
    root(FEISHU, 'com.electron.lark'),
    { pid: PART, parent: ROOT, args: ['/Applications/Lark.app/Contents/Frameworks/Lark Helper'] },
  ],
};

type Row = readonly [
  what: string,
  client: ClientId,
  world: World,
  status: Presence,
  answers: readonly Answer[],
];

const NOBODY: World = { processes: [] };
const PURGED = gone('purge');

const ROWS: readonly Row[] = [
  [
    'it and its part',
    'wechat',
    { processes: [wechat, part] },
    'running',
    [gone('exit'), gone('purge')],
  ],
  [
    'translocated from Downloads',
    'wechat',
    {
      processes: [
        root(`/private/var/folders/th/gg/T/AppTranslocation/7A0B-1F0E/d/WeChat.app/${W}`),
      ],
    },
    'running',
    [gone('exit')],
  ],
  [
    'a clone with an id of its own',
    'wechat',
    { processes: [root(`/Applications/WeChat 2.app/${W}`, 'com.tencent.xinWeChat.clone2')] },
    'running',
    [gone('exit')],
  ],
  ['Feishu in Lark.app', 'feishu', feishu, 'running', [gone('exit')]],
  ['Lark, while Feishu runs in Lark.app', 'lark', feishu, 'gone', [gone('exit', [ROOT, PART])]],
  [
    'a window on another Space',
    'wechat',
    { processes: [wechat], windows: window(false) },
    'running',
    [hidden(ROOT), gone('exit')],
  ],
  [
    'hide that answers NO and hides',
    'wechat',
    { processes: [wechat], windows: window(true), hideSaysNo: true },
    'running',
    [hidden(ROOT)],
  ],
  [
    'one that hears nobody',
    'wechat',
    { processes: [wechat, part], deaf: [ROOT, PART] },
    'running',
    [
      not('exit', 'still-running', ROOT, PART),
      refused('client-running', 'still-running', ROOT, PART),
      gone('force'),
    ],
  ],
  [
    'macOS that says it does not run (-600)',
    'wechat',
    { processes: [wechat], refuses: true, deaf: [ROOT], quit: -600 },
    'running',
    [not('exit', 'still-running', ROOT)],
  ],
  [
    'an extension that macOS keeps',
    'wechat',
    { processes: [{ pid: PART, args: [`${CONTENTS}/PlugIns/Share.appex/Contents/MacOS/Share`] }] },
    'gone',
    [gone('exit', [PART]), gone('force', [PART])],
  ],
  [
    'a crash handler alone',
    'wechat',
    { processes: [{ pid: PART, args: [`${CONTENTS}/Frameworks/crashpad_handler`] }] },
    'residue',
    [gone('exit')],
  ],
  [
    'one that shows no program while it ends',
    'wechat',
    { processes: [{ pid: ROOT, args: [''], name: 'WeChat' }] },
    'unknown',
    [blind('exit', ROOT)],
  ],
  [
    'a program of its name in Downloads that macOS does not know',
    'wechat',
    { processes: [{ pid: ROOT, args: [`/Users/me/Downloads/WeChat.app/${W}`] }] },
    'unknown',
    [not('exit', 'unknown', ROOT), not('force', 'unknown', ROOT)],
  ],
  [
    'an application that ps does not show',
    'wechat',
    { processes: [], lateApps: [{ pid: ROOT, bundleId: 'com.tencent.xinWeChat' }] },
    'unknown',
    [blind('exit')],
  ],
  [
    'by sudo in our session',
    'wechat',
    { processes: [{ ...wechat, owner: 4711 }] },
    'running',
    [not('exit', 'still-running', ROOT), not('force', 'still-running', ROOT)],
  ],
  [
    'a container that macOS asks about',
    'wechat',
    { processes: [], asks: true },
    'gone',
    [gone('exit'), refused('blind', 'unknown')],
  ],
  [
    'a network disk on which lsof hangs whatever it is told',
    'wechat',
    { processes: [], lsof: 'hangs' },
    'gone',
    [refused('blind', 'unknown')],
  ],
  [
    'a network disk on which lsof stands',
    'wechat',
    { ...NOBODY, lsof: 'stands' },
    'gone',
    [PURGED],
  ],
  [
    'a lsof that has no names without its slow calls',
    'wechat',
    { ...NOBODY, lsof: 'nameless' },
    'gone',
    [PURGED],
  ],
  ...([undefined, 'stands', 'nameless'] as const).map((lsof): Row => [
    `a file of it that another program has open${lsof ? `, where lsof is ${lsof}` : ''}`,
    'wechat',
    { ...NOBODY, open: [{ pid: 4711, file: `{home}/${CACHE}` }], ...(lsof ? { lsof } : {}) },
    'gone',
    [refused('open-elsewhere', 'partly')],
  ]),
  [
    'a container that macOS denies',
    'wechat',
    { processes: [], asks: 'denied' },
    'gone',
    [gone('exit'), refused('denied', 'partly')],
  ],
];

/** Situations of the facts as one table. */
export const EVENINGS: readonly Evening[] = ROWS.map(
  ([what, client, world, status, answers]): Evening => ({ what, client, world, status, answers }),
);
