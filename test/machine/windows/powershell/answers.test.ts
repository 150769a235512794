import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognizer } from '../../../../shared/core/identify.ts';
import { known, type Known } from '../../../../shared/core/known.ts';
import type { ClientProcess, Observation } from '../../../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../../../shared/core/policy.ts';
import { presence } from '../../../../shared/core/presence.ts';
import { quitMethodsFor } from '../../../../shared/core/quit-methods.ts';
import type { Machine } from '../../../../shared/machine/machine.ts';
import type { Order, Said } from '../../../../shared/machine/run.ts';
import { powershellMachine } from '../../../../shared/machine/windows/powershell/powershell.ts';
import { installValues } from '../../../../shared/machine/windows/installs.ts';
import { wechat } from '../../../../shared/clients/wechat.ts';
import { snapshotOf } from '../../../observe.ts';

const ME = 'S-1-5-21-1-2-3-1001';
const ENV = { USERPROFILE: 'C:\\Users\\王', SystemRoot: 'C:\\Windows' };
const FULL = { trayIcons: true, windows: true };
const WEIXIN = {
  ...{ pid: 900_001, parent: 900_000, session: 1, name: 'Weixin.exe', owner: ME },
  exe: 'C:\\Program Files\\Tencent\\Weixin\\Weixin.exe',
  args: '"C:\\Program Files\\Tencent\\Weixin\\Weixin.exe"',
  start: '133700000000000010',
};
const HERE = {
  ...{ pid: process.pid, parent: 0, session: 1, name: 'node.exe', owner: '' },
  ...{ exe: 'C:\\node.exe', args: '', start: '133600000000000000' },
};
const INSTALLS = installValues([wechat]);
const LOOK = {
  ...{ ok: true, me: ME, session: 1, processes: [HERE, WEIXIN] },
  tray: { found: true, hidden: false, names: ['微信输入法', '\uE8BD 微信'] },
  windows: { list: [{ id: '65552', title: '微信', pid: 900_001, class: 'mmui::MainWindow' }] },
  installs: INSTALLS.map(() => ({ found: true, value: 'D:\\聊天' })),
};
const ROOT: ClientProcess = {
  ...{ pid: process.pid, startTime: '1', owner: ME, parent: 0, name: 'Weixin.exe', role: 'root' },
  exe: known('C:/Program Files/Tencent/Weixin/Weixin.exe'),
  args: known([]),
};

/** A machine whose PowerShell says this, and all that it was told. */
function saying(answer: (order: Order) => Known<Said> | string, env: object = ENV) {
  const orders: Order[] = [];
  const run = async (order: Order): Promise<Known<Said>> => {
    orders.push(order);
    const said = answer(order);
    return typeof said === 'string' ? known({ stdout: said, stderr: '', code: 0 }) : said;
  };
  const machine = powershellMachine({ env: { ...env }, home: 'C:/Users/王', now: Date.now, run });
  return { machine, orders };
}

async function seen(machine: Machine): Promise<Observation> {
  const sighting = await snapshotOf(machine, [wechat], FULL);
  const found = recognizer([wechat], 'windows', machine.places)(sighting).get('wechat');
  if (!found) throw new Error('not looked at');
  return found;
}

const line = (answer: unknown): string => `${JSON.stringify(answer)}\r\n`;

it('PowerShell gets no modules of PowerShell 7, which it could not load', async () => {
  const { machine, orders } = saying(() => line(LOOK), {
    ...ENV,
    PSModulePath: 'C:\\7',
    PATH: 'C:\\',
  });
  await seen(machine);
  expect(orders.map(({ env }) => Object.keys(env ?? {}))).toEqual([
    ['USERPROFILE', 'SystemRoot', 'PATH'],
  ]);
});

describe('what PowerShell answers', () => {
  it('is read: the root, its one icon and its window, with 微信输入法 left alone', async () => {
    const found = await seen(saying(() => line(LOOK)).machine);
    expect(found).toMatchObject({
      processes: { known: true, value: [{ pid: 900_001, role: 'root', owner: ME, parent: 0 }] },
      trayIcons: { known: true, value: [{ id: '微信', holder: { known: false } }] },
      windows: { known: true, value: [{ id: '65552', visible: true }] },
    });
  });

  it('is read: a client in the folder of its installer is certain on any drive', async () => {
    const exe = 'D:\\聊天\\WeChat.exe';
    const other = { ...WEIXIN, name: 'WeChat.exe', exe, args: `"${exe}"` };
    const found = await seen(saying(() => line({ ...LOOK, processes: [HERE, other] })).machine);
    expect(found.processes).toMatchObject({ value: [{ pid: 900_001, role: 'root' }] });
  });

  it('is read: a window of a class that only WeChat has makes any program likely WeChat', async () => {
    const other = { ...WEIXIN, name: 'b.exe', exe: 'D:\\a\\b.exe', args: '' };
    const found = await seen(saying(() => line({ ...LOOK, processes: [HERE, other] })).machine);
    expect(found.doubts).toMatchObject([{ level: 'likely', because: ['window-class'] }]);
  });

  it('never reads as nobody there, whatever field of it is missing or has another shape', async () => {
    const paths = pathsIn(LOOK);
    const wrong = fc.constantFrom<unknown>(undefined, null, {}, [], true, -1, 1.5, 'NaN', [[]]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), wrong, async (path, value) => {
        const answer: unknown = structuredClone(LOOK);
        const was = replace(answer, path, value);
        fc.pre(typeof value !== typeof was || Array.isArray(value) !== Array.isArray(was));
        const { machine } = saying(() => line(answer));
        const found = await seen(machine);
        expect(presence(found)).not.toBe('gone');
        const { processes, trayIcons, windows } = await snapshotOf(machine, [wechat], FULL);
        const fact = { tray: trayIcons, windows }[String(path[0])] ?? processes;
        expect(fact).toMatchObject({ known: false, why: { code: 'failed' } });
      }),
      { numRuns: 300 },
    );
  });

  it('is not believed when it is cut, doubled, empty or too late', async () => {
    const good = line(LOOK);
    const cut = fc.integer({ min: 0, max: good.length - 3 }).map((at) => good.slice(0, at));
    const spoilt = fc.oneof(cut, fc.constantFrom(good + good, `WARNING\n${good}`, '[]', 'null'));
    await fc.assert(
      fc.asyncProperty(spoilt, async (said) => {
        const found = await seen(saying(() => said).machine);
        expect(found.processes).toMatchObject({ known: false, why: { code: 'failed' } });
      }),
    );
    const failed = known({ stdout: good, stderr: 'Access denied', code: 1 });
    for (const [said, code] of [
      [failed, 'failed'],
      [{ known: false, why: { code: 'timeout' } } as const, 'timeout'],
    ] as const)
      expect((await seen(saying(() => said).machine)).processes).toMatchObject({ why: { code } });
  });

  it('is not believed without ourselves in the list', async () => {
    const found = await seen(saying(() => line({ ...LOOK, processes: [] })).machine);
    expect(found.processes).toMatchObject({ known: false });
    expect(presence(found)).toBe('unknown');
  });

  it('hides a program that was started as administrator, and so makes us blind', async () => {
    const hidden = { ...WEIXIN, exe: '', args: '', owner: '' };
    const found = await seen(saying(() => line({ ...LOOK, processes: [HERE, hidden] })).machine);
    expect(found.processes).toMatchObject({ known: false, why: { code: 'denied' } });
    const elsewhere = { ...hidden, session: 2 };
    const two = await seen(saying(() => line({ ...LOOK, processes: [HERE, elsewhere] })).machine);
    expect(two.others).toMatchObject([{ owner: 'session 2' }]);
  });
});

describe('a PowerShell that says nothing, as the one of Wine', () => {
  it('has seen nothing, done nothing and proven nothing', async () => {
    const { machine } = saying(() => '');
    expect(presence(await seen(machine))).toBe('unknown');
    const window = { id: '1', title: '', pid: 1, visible: true };
    for (const deed of [
      machine.processes.end(ROOT),
      machine.desktop.close(window),
      machine.quit.ask({ by: 'signal', process: ROOT }),
      machine.quit.ask({ by: 'window', window }),
    ])
      expect(await deed).toMatchObject({ state: 'failed' });
    expect(await machine.processes.untilGone([ROOT], 1)).toEqual([ROOT]);
    expect(await machine.processes.memory([ROOT])).toMatchObject({ known: false });
    expect((await machine.examine())[0]).toMatchObject({ id: 'processes', state: 'missing' });
  });
});

describe('every request', () => {
  it.each(['Windows', '\\\\server\\Windows', 'C:\\Windows\\..\\Temp', 'C:', '', undefined])(
    'starts nobody where SystemRoot is %s',
    async (SystemRoot) => {
      const { machine, orders } = saying(() => line(LOOK), { ...ENV, SystemRoot });
      expect(presence(await seen(machine))).toBe('unknown');
      expect(orders).toEqual([]);
    },
  );

  it('is one start, also to end many, and its text is in ASCII on standard input', async () => {
    const results = [1, 2, 3].map(() => ({ state: 'ended', detail: '' }));
    const { machine, orders } = saying(({ input }) =>
      line(input?.includes('"look"') ? LOOK : { ok: true, results }),
    );
    await seen(machine);
    expect(await Promise.all([ROOT, ROOT, ROOT].map((one) => machine.processes.end(one)))).toEqual(
      results.map(() => ({ state: 'delivered' })),
    );
    expect(orders.map(({ input }) => /"verb":"(\w+)"/.exec(input ?? '')?.[1])).toEqual([
      'look',
      'end',
    ]);
    for (const { program, args, input } of orders) {
      expect(program).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
      expect(args).toHaveLength(6);
      expect(input).toMatch(/^[ -~]+\n$/);
    }
  });

  it('tells who denies itself from who has left, and guesses no reason', async () => {
    const results = ['denied', 'gone'].map((state) => ({ state, detail: '' }));
    const { machine } = saying(() => line({ ok: true, results }));
    expect(await Promise.all([machine.processes.end(ROOT), machine.processes.end(ROOT)])).toEqual([
      { state: 'failed', reason: { code: 'denied', detail: 'protected' } },
      { state: 'already' },
    ]);
  });

  it('presses a menu of the one root only, and says which step failed', async () => {
    const step = { ok: true, step: 'no-item', seen: ['打开微信', '设置'] };
    const found = await seen(saying(() => line(LOOK)).machine);
    // A machine that has never looked.
    const { machine, orders } = saying(() => line(step));
    const [root] = found.processes.known ? found.processes.value : [];
    if (!root) throw new Error('no root');
    const [way] = quitMethodsFor(root, {
      ...{ client: wechat, platform: 'windows', seen: found, policy: DEFAULT_POLICY },
      request: { kind: 'exit', client: 'wechat' },
    });
    if (way?.by !== 'tray-menu') throw new Error('no menu');
    expect(await machine.quit.ask(way)).toEqual({
      state: 'failed',
      reason: { code: 'failed', detail: 'no-item: 打开微信, 设置' },
    });
    expect(JSON.parse(orders[0]?.input ?? '')).toEqual({
      ...{
        verb: 'ask',
        names: ['微信', 'WeChat'],
        labels: ['退出微信', 'Quit WeChat', 'Exit WeChat'],
      },
      processes: [{ pid: 900_001, start: WEIXIN.start, owner: ME }],
    });
    const helper: ClientProcess = { ...ROOT, pid: 900_001, role: 'helper' };
    expect(await machine.quit.ask({ by: 'signal', process: helper })).toMatchObject({
      reason: { code: 'unsupported' },
    });
  });
});

type Path = readonly (string | number)[];

/** The path of every value in it. */
const pathsIn = (value: unknown, path: Path = []): readonly Path[] => [
  ...(path.length > 0 ? [path] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, below]) => pathsIn(below, [...path, key]))
    : []),
];

/** Puts another value in this place; answers what was there. */
function replace(whole: unknown, path: Path, value: unknown): unknown {
  const [last = ''] = path.slice(-1);
  const owner = path
    .slice(0, -1)
    .reduce((at, key) => (at as Record<string | number, unknown>)[key], whole);
  const fields = owner as Record<string | number, unknown>;
  const was = fields[last];
  fields[last] = value;
  return was;
}
