import { describe, expect, it } from 'vitest';
import { known } from '../../../shared/core/known.ts';
import { remainingOf } from '../../../shared/core/receipt.ts';
import { words } from '../../../shared/words/words.ts';
import { noteInWords } from '../../../shared/words/remaining-in-words.ts';
import { judge } from '../../../shared/core/judge.ts';
import { presence } from '../../../shared/core/presence.ts';
import { plan } from '../../../shared/core/plan.ts';
import { CATALOGUE, clients } from '../../../shared/clients/index.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { seenOn, toldMachine, type World } from './double/world.ts';
import { SITUATIONS } from './situations.ts';
import { newCarry } from '../../../shared/engine/carry.ts';
import { memoryIcons } from '../../engine/memory-store.ts';
import { snapshotOf } from '../../observe.ts';

describe('a client on a Mac', () => {
  it.each(SITUATIONS.map((one) => [`${one.client} ${one.what} (${one.source})`, one] as const))(
    '%s is told as what it is',
    async (_, { client, world, presence: expected }) => {
      const seen = await seenOn(world, client);
      expect(presence(seen)).toBe(expected);
      const verdict = judge({ kind: 'exit', client }, seen, [], []);
      expect(verdict === 'gone').toBe(expected === 'gone');
    },
  );
});

describe('an extension that macOS keeps', () => {
  it('is told beside a client that has gone', async () => {
    const exe =
      '/Applications/WeChat.app/Contents/PlugIns/WeChatMacShare.appex/Contents/MacOS/Share';
    const seen = await seenOn({ processes: [{ pid: 9, args: [exe] }] }, 'wechat');
    const lines = remainingOf(seen, known({ bytes: 0, leftovers: 0 }), known([]));
    expect(lines).toMatchObject({ processes: [], keptBySystem: [{ pid: 9, name: 'Share' }] });
    expect(noteInWords(lines, words('en'))).toContain('macOS starts and ends Share (9) by itself');
  });
});

describe('a window on a Mac', () => {
  const exe = '/Applications/WeChat.app/Contents/MacOS/WeChat';
  const windows = [
    { number: 1, pid: 812, layer: 0, owner: '微信', visible: false },
    { number: 2, pid: 812, layer: 0, owner: '微信', visible: false },
    { number: 3, pid: 812, layer: 25, owner: '微信', visible: true },
  ];
  const wechat = (hidden: boolean): World => ({
    processes: [{ pid: 812, args: [exe], app: { bundleId: 'com.tencent.xinWeChat', hidden } }],
    windows,
  });
  const hide = async (world: World) => {
    const seen = await seenOn(world, 'wechat');
    const request = { kind: 'hide', client: 'wechat' } as const;
    const { steps } = plan({
      ...{ client: CATALOGUE.wechat, platform: 'macos', seen, request },
      policy: DEFAULT_POLICY,
      trigger: 'person',
    });
    return { presence: presence(seen), steps: steps.map(({ kind }) => kind) };
  };

  it('on another Space is not hidden, and all of one application are hidden at once', async () => {
    expect(await hide(wechat(false))).toEqual({ presence: 'running', steps: ['close'] });
  });

  it('of a hidden application is hidden', async () => {
    expect(await hide(wechat(true))).toEqual({ presence: 'in-tray', steps: [] });
  });
});

describe('a look at a Mac', () => {
  const exe = '/Applications/WeChat.app/Contents/MacOS/WeChat';
  const app = { bundleId: 'com.tencent.xinWeChat', executable: exe };

  it('is repeated where ps shows no process of a client’s application, and then believed', async () => {
    const started: string[] = [];
    const machine = toldMachine(
      () =>
        started.length <= 3
          ? { processes: [], lateApps: [{ pid: 812, ...app }] }
          : { processes: [{ pid: 812, args: [exe], app }] },
      started,
    );
    const { processes } = await snapshotOf(machine, clients, { trayIcons: true, windows: true });
    expect(started).toHaveLength(6);
    expect(processes.known && processes.value.map(({ pid }) => pid)).toEqual([1, 812]);
  });

  it('at processes alone asks NSWorkspace about a new application, and about no other', async () => {
    const started: string[] = [];
    let there = false;
    const downloads = '/Users/me/Downloads/聊天.app/Contents/MacOS/聊天';
    const one = { pid: 812, args: [downloads], app: { ...app, executable: downloads } };
    const machine = toldMachine(() => ({ processes: there ? [one] : [] }), started);
    const quick = { trayIcons: false, windows: false };
    const carry = newCarry(memoryIcons());
    await snapshotOf(machine, clients, quick, carry);
    expect(started).toHaveLength(2);
    there = true;
    for (const starts of [5, 7]) {
      const { processes } = await snapshotOf(machine, clients, quick, carry);
      expect(processes.known && processes.value.at(-1)?.bundleId).toBe(app.bundleId);
      expect(started).toHaveLength(starts);
    }
  });
});
