import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import type { RequestKind } from '../../../shared/core/model.ts';
import { accountsOf, freeableOf, observeAll } from '../../../shared/engine/status.ts';
import { carryOf, preview, runRequest, status } from '../../engine/in-a-room.ts';
import { isInstalled } from '../../../shared/machine/installed.ts';
import { quickLiving } from './double/living.ts';
import { toldMachine, type World } from './double/world.ts';

/** Every path that any function of node:fs was called with. */
const touched = vi.hoisted((): string[] => []);
const recording = vi.hoisted(() => (real: object): object => {
  const told = (name: string, does: unknown): unknown => {
    if (typeof does !== 'function' || /^[A-Z]/.test(name)) return does;
    const records = (...given: unknown[]): unknown => {
      touched.push(String(given[0]));
      return (does as (...all: unknown[]) => unknown)(...given);
    };
    // `realpathSync.native` is a function as well.
    for (const [more, one] of Object.entries(does))
      Object.assign(records, { [more]: told(more, one) });
    return records;
  };
  return Object.fromEntries(Object.entries(real).map(([name, does]) => [name, told(name, does)]));
});
vi.mock('node:fs', async (real) => recording(await real()));
vi.mock('node:fs/promises', async (real) => recording(await real()));

const CONTAINER = /\/Library\/(Group )?Containers(\/|$)/;
const inContainers = (): readonly string[] => touched.filter((path) => CONTAINER.test(path));

beforeEach(() => void (touched.length = 0));
afterEach(() => vi.restoreAllMocks());

const QUICK = { ...DEFAULT_POLICY, timeoutMs: 20, graceMs: 10, settleMs: 1, purgeSettleMs: 1 };
const EXE = '/Applications/WeChat.app/Contents/MacOS/WeChat';
const HELPER = '/Applications/WeChat.app/Contents/MacOS/WeChatAppEx.app/Contents/MacOS/WeChatAppEx';
const WECHAT: World = {
  processes: [
    { pid: 812, args: [EXE], app: { bundleId: 'com.tencent.xinWeChat', executable: EXE } },
    { pid: 813, parent: 812, args: [HELPER] },
  ],
  windows: [{ number: 1, pid: 812, layer: 0, owner: '微信', visible: true }],
};

const roomWith = (world: World) => {
  const { machine } = quickLiving(world);
  return { machine, clients, carry: carryOf(machine), lang: 'en', surface: 'test' } as const;
};

describe('on a Mac no container is touched', () => {
  it.each<RequestKind>(['exit', 'force', 'hide'])('by %s', async (kind) => {
    const receipt = await runRequest(roomWith(WECHAT), { kind, client: 'wechat' }, QUICK);
    expect(receipt.left).toMatchObject({ bytes: null, bytesWhy: 'not-looked' });
    expect(receipt.verdict).toBe(kind === 'hide' ? 'still-running' : 'gone');
    expect(inContainers()).toEqual([]);
  });

  it('by a look at what runs, by sizes in passing, or by what doctor asks', async () => {
    const room = roomWith({ processes: [] });
    await observeAll(room);
    const lines = await status(
      room,
      clients.map(({ id }) => id),
    );
    expect(new Set(lines.map(({ bytesWhy }) => bytesWhy))).toEqual(new Set(['not-looked']));
    for (const client of clients) {
      expect(await freeableOf(room, client.id, ['cache'])).toMatchObject({ known: false });
      expect(await accountsOf(room, client.id, 'in-passing')).toMatchObject({ known: false });
      isInstalled(client, 'macos', room.machine.places);
    }
    await room.machine.examine();
    expect(inContainers()).toEqual([]);
  });

  it('by a purge before the person has answered the question of macOS', async () => {
    const room = roomWith({ processes: [], asks: true });
    const purge = { kind: 'purge', client: 'wechat', tiers: ['cache'] } as const;
    const { listing } = (await preview(room, purge, QUICK)).plan;
    expect(listing).toMatchObject({ known: false, why: { code: 'timeout' } });
    const receipt = await runRequest(room, purge, QUICK);
    expect(receipt.refusals).toMatchObject([{ code: 'blind' }]);
    expect(inContainers()).toEqual([]);
    // Meanwhile another client leaves as ever.
    const other = await runRequest(room, { kind: 'exit', client: 'slack' }, QUICK);
    expect(other.verdict).toBe('gone');
  });

  it('by a purge of files on a disk that does not answer, wherever they lie', async () => {
    const room = roomWith({ processes: [], asks: true });
    for (const client of ['dingtalk', 'teams', 'slack']) {
      const receipt = await runRequest(room, { kind: 'purge', client, tiers: ['cache'] }, QUICK);
      expect([client, receipt.refusals]).toMatchObject([client, [{ code: 'blind' }]]);
    }
    const own = /clean-exit/;
    const library = touched.filter((one) => one.includes('/Library/') && !own.test(one));
    expect(library).toEqual([]);
  });

  it('but by a purge that was asked for', async () => {
    await preview(roomWith({ processes: [] }), { kind: 'purge', client: 'wechat' }, QUICK);
    expect(inContainers()).not.toEqual([]);
  });
});

it('asks once whether it may look into a container', async () => {
  const started: string[] = [];
  const machine = toldMachine(() => ({ processes: [], asks: true }), started);
  for (let n = 0; n < 3; n++)
    expect(await accountsOf({ machine, clients, carry: carryOf(machine) }, 'wechat')).toMatchObject(
      {
        why: { code: 'timeout' },
      },
    );
  expect(started.filter((program) => program === '/bin/ls')).toHaveLength(1);
});

it('refuses a purge by name where macOS lets nobody look', async () => {
  const room = roomWith({ processes: [], asks: 'denied' });
  const purge = { kind: 'purge', client: 'wechat', tiers: ['cache'] } as const;
  const receipt = await runRequest(room, purge, QUICK);
  expect(receipt.refusals.map(({ code }) => code)).toEqual(['denied']);
  expect(receipt.verdict).toBe('partly');
  expect(receipt.left).toMatchObject({
    bytes: null,
    bytesWhy: expect.stringMatching('^denied') as string,
  });
  expect(inContainers()).toEqual([]);
});
