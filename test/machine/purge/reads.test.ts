import { appendFileSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { CATALOGUE } from '../../../shared/clients/index.ts';
import type { Request } from '../../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import { linuxFiles } from '../../../shared/machine/linux/files.ts';
import { SIMULATED_PLACES, simulatedMachine } from '../../../shared/machine/simulated/simulated.ts';
import { World } from '../../../shared/machine/simulated/world.ts';
import { QUICK_COUNT } from '../../../shared/engine/look.ts';
import { measure } from '../../../shared/engine/measure.ts';
import { preview, runRequest, type Room } from '../../engine/in-a-room.ts';
import { replaced } from '../../replaced.ts';
import { folder, tidy } from '../linux/actors.ts';

/** How often each folder was read, by device and inode: it is the same one wherever it is moved. */
const reads = vi.hoisted(() => new Map<string, number>());
vi.mock(import('node:fs'), async (original) => {
  const fs = await original();
  const counted = (...given: Parameters<typeof fs.readdirSync>): unknown => {
    const { dev, ino } = fs.statSync(given[0]);
    reads.set(`${dev}:${ino}`, (reads.get(`${dev}:${ino}`) ?? 0) + 1);
    return fs.readdirSync(...given);
  };
  return { ...fs, readdirSync: counted as typeof fs.readdirSync };
});

tidy();

const FILES = ['wxid_ming', 'wxid_hong'].flatMap((account) =>
  [
    ...['db_storage/message/message_0.db', 'db_storage/message/message_0.db-wal'],
    ...[
      'cache/2026-11/Emoticon/a',
      'cache/2026-11/Emoticon/b',
      'cache/2026-11/Thumb/c',
      'temp/d/e',
    ],
    ...['msg/file/2026-11/plan.pdf', 'msg/attach/f/2026-11/Img/g.dat', 'config/h'],
  ].map((file) => `${account}/${file}`),
);

/** WeChat that has left, with the files of two accounts, written so long ago, in ms. */
function stage(ago: number) {
  const home = folder();
  const places = { ...SIMULATED_PLACES, home, documents: `${home}/Documents` };
  const all = { config: `${home}/.config`, data: `${home}/.local/share`, cache: `${home}/.cache` };
  const ours = {
    ourConfig: `${home}/.config/clean-exit`,
    ourState: `${home}/.local/state/clean-exit`,
  };
  const top = `${places.documents}/xwechat_files`;
  const at = (Date.now() - ago) / 1_000;
  const folders = new Map<string, string>();
  for (const name of FILES) {
    const file = path.join(top, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, name);
    for (let one = file; one.length >= top.length; one = path.dirname(one)) {
      utimesSync(one, at, at);
      const own = statSync(one);
      if (own.isDirectory()) folders.set(`${own.dev}:${own.ino}`, one.slice(top.length));
    }
  }
  const world = new World();
  world.now = Date.now();
  const clock = { now: () => world.now, sleep: async (ms: number) => void (world.now += ms) };
  const uid = process.getuid?.() ?? -1;
  const files = linuxFiles({ places: { ...places, ...all, ...ours }, uid, now: clock.now });
  const machine = replaced(simulatedMachine(world), {
    files,
    clock,
    places: { ...places, ...all, ...ours },
  });
  const asked: number[] = [];
  const room: Room = {
    ...{ machine, clients: [CATALOGUE.wechat] },
    agree: async (_, listing) => asked.push(listing.files) > 0,
  };
  return { room, top, asked, folders };
}

type Stage = ReturnType<typeof stage>;

/** What work found, and the folders of the client that were read more than twice meanwhile. */
async function most<T>({ folders }: Stage, work: () => Promise<T>) {
  reads.clear();
  const found = await work();
  const all = [...folders].map(([key, name]) => [name, reads.get(key) ?? 0] as const);
  if (all.every(([, times]) => times === 0)) throw new Error('nothing was read');
  return { found, over: all.filter(([, times]) => times > 2) };
}

const NEW = 'wxid_ming/cache/2026-11/Emoticon/new';

const PURGE: Request = { kind: 'purge', client: 'wechat', tiers: ['cache'] };
const ALL: Request['tiers'] = ['cache', 'leftover', 're-download', 'your-files'];
const LONG_AGO = 3_600_000;

/** What a look at the files says now of what a receipt says of them. */
async function lookedAt({ room: { machine } }: Stage) {
  const sizes = await measure(machine.files, CATALOGUE.wechat, QUICK_COUNT);
  const unmerged = await machine.files.unmerged(CATALOGUE.wechat);
  if (!sizes.known || !unmerged.known) throw new Error('not seen');
  return { ...sizes.value, unmerged: unmerged.value };
}

/** The code of the list that a preview shows before its run. */
async function codeOf({ room }: Stage, request: Request): Promise<string> {
  const asked = { ...request, consent: 'ask' } as const;
  const { plan } = await preview(room, asked, DEFAULT_POLICY, { thenRun: true });
  if (!plan.listing?.known) throw new Error('not listed');
  return plan.listing.value.code;
}

describe('a purge reads no folder of its client more than twice', () => {
  it.each<[what: string, ago: number, more: Partial<Request>]>([
    ['into the trash', LONG_AGO, {}],
    ['for good', LONG_AGO, { permanently: true }],
    ['of all that may go', LONG_AGO, { tiers: ALL, consent: 'ask' }],
    ['after a question', LONG_AGO, { permanently: true, consent: 'ask' }],
    ['after a wait', 0, {}],
    ['after a wait and a question', 0, { permanently: true, consent: 'ask' }],
  ])('%s, and its receipt says what a look says', async (_, ago, more) => {
    const on = stage(ago);
    const run = () => runRequest(on.room, { ...PURGE, ...more }, DEFAULT_POLICY);
    const { over, found: receipt } = await most(on, run);
    expect(over).toEqual([]);
    expect(receipt.result).toBe('done');
    expect(receipt.steps[0]?.outcome).toBe(ago === 0 ? 'done' : 'already');
    expect(receipt.removed?.files).toBe(more.tiers ? 10 : 6);
    expect(receipt.left).toMatchObject(await lookedAt(on));
  });

  it.each<[what: string, more: Partial<Request>]>([
    ['into the trash', {}],
    ['for good', { permanently: true }],
  ])('nor do a preview with a question and the run of just its list, %s', async (_, more) => {
    const on = stage(LONG_AGO);
    const { over, found: receipt } = await most(on, async () => {
      const list = await codeOf(on, { ...PURGE, ...more });
      return runRequest(on.room, { ...PURGE, ...more, consent: { list } }, DEFAULT_POLICY);
    });
    expect(over).toEqual([]);
    expect(receipt).toMatchObject({
      result: 'done',
      removed: { files: 6 },
      consent: { by: 'list' },
    });
  });

  it('nor do a dry run and what it says of the accounts', async () => {
    const on = stage(LONG_AGO);
    const { over } = await most(on, async () => {
      await preview(on.room, { ...PURGE, consent: 'ask' }, DEFAULT_POLICY);
      await on.room.machine.files.accounts(CATALOGUE.wechat);
    });
    expect(over).toEqual([]);
  });
});

describe('the run of a list that was shown', () => {
  it.each<[what: string, change: (top: string) => void]>([
    ['a file came', (top) => writeFileSync(`${top}/${NEW}`, 'x')],
    ['one was written to', (top) => appendFileSync(`${top}/${FILES[2] ?? ''}`, 'x')],
  ])('removes nothing where %s since', async (_, change) => {
    const on = stage(0);
    const list = await codeOf(on, PURGE);
    change(on.top);
    const receipt = await runRequest(on.room, { ...PURGE, consent: { list } }, DEFAULT_POLICY);
    expect(receipt).toMatchObject({ result: 'refused', refusals: [{ code: 'changed' }] });
  });

  it('removes nothing of other tiers by the list of these', async () => {
    const on = stage(LONG_AGO);
    const list = await codeOf(on, PURGE);
    const other: Request = { ...PURGE, tiers: ALL, consent: { list } };
    const receipt = await runRequest(on.room, other, DEFAULT_POLICY);
    expect(receipt.removed?.files).toBeUndefined();
    expect(receipt.refusals).toMatchObject([{ code: 'changed' }]);
  });
});

describe('the receipt of a purge says what a look says', () => {
  it.each<[what: string, more: Partial<Room>, change: (top: string) => void]>([
    ['where the person said no', { agree: async () => false }, () => undefined],
    ['where a file came during the question', {}, (top) => writeFileSync(`${top}/${NEW}`, 'x')],
    ['where one was written to', {}, (top) => appendFileSync(`${top}/${FILES[2] ?? ''}`, 'x')],
  ])('%s', async (_, more, change) => {
    const on = stage(LONG_AGO);
    const agree = async (): Promise<boolean> => (change(on.top), true);
    const room: Room = { ...on.room, agree, ...more };
    const receipt = await runRequest(room, { ...PURGE, consent: 'ask' }, DEFAULT_POLICY);
    expect(receipt.left.bytes).toBeGreaterThan(0);
    expect(receipt.left).toMatchObject(await lookedAt(on));
  });
});

describe('what is written while a purge waits', () => {
  it.each<[what: string, files: number, change: (top: string) => void]>([
    ['goes as well: a new file', 7, (top) => writeFileSync(`${top}/${NEW}`, 'x')],
    ['goes as well: a longer one', 6, (top) => appendFileSync(`${top}/${FILES[2] ?? ''}`, 'x')],
  ])('%s, and the person is asked once', async (_, files, change) => {
    const on = stage(0);
    const { clock } = on.room.machine;
    const sleep = async (ms: number): Promise<void> => (change(on.top), clock.sleep(ms));
    const machine = replaced(on.room.machine, { clock: { ...clock, sleep } });
    const room = { ...on.room, machine };
    const receipt = await runRequest(room, { ...PURGE, consent: 'ask' }, DEFAULT_POLICY);
    expect(on.asked).toEqual([files]);
    expect(receipt).toMatchObject({ result: 'done', removed: { files } });
  });
});
