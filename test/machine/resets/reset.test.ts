import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import type { Files } from '../../../shared/machine/port/files.ts';
import type { MoveResult, Resets } from '../../../shared/machine/port/resets.ts';
import { folder, tidy } from '../linux/actors.ts';
import { census, clientIn, filesIn, layOut, LEAVE, withAttribute } from './tree.ts';

tidy();

let home: string;
let client: Client;
let files: Files;
beforeEach(() => {
  home = path.join(folder(), 'home');
  mkdirSync(home);
  client = clientIn(home);
  files = filesIn(home);
});

const resets = (): Resets => {
  if (!files.resets) throw new Error('no resets');
  return files.resets;
};

async function reset(everything = false): Promise<MoveResult> {
  const listed = await resets().list(client, everything);
  if (!listed.known) throw new Error(JSON.stringify(listed.why));
  return listed.value.moveAway(LEAVE);
}

const listing = async (everything = false) => {
  const listed = await resets().list(client, everything);
  if (!listed.known) throw new Error(JSON.stringify(listed.why));
  return listed.value.listing;
};

const back = (id = '') => resets().back(id, client, LEAVE);
const inHome = (name: string): string => path.join(home, name);
const chats = () => [...census(inHome('Documents/chats')).keys()].filter((one) => /db/.test(one));

describe('setting aside', () => {
  it('moves what holds settings and leaves every chat where it is', async () => {
    layOut(home);
    const listed = await listing();
    expect(listed.rows.map((row) => [path.relative(home, row.path), row.holds])).toEqual([
      ['Documents/chats/all users/login', 'settings'],
      ['Documents/chats/ming/config', 'settings'],
      ['.chat', 'settings'],
    ]);
    const before = chats();
    const went = await reset();
    expect(went).toMatchObject({ things: 3, files: listed.files, bytes: listed.bytes });
    expect(went.refusals).toEqual([]);
    expect(existsSync(inHome('.chat'))).toBe(false);
    expect(chats()).toEqual(before);
    expect(went.folders).toHaveLength(2);
    for (const one of went.folders) expect(statSync(one).mode & 0o777).toBe(0o700);
  });

  it('moves each root whole where everything is asked for', async () => {
    layOut(home);
    const went = await reset(true);
    expect(went).toMatchObject({ things: 2, everything: true });
    expect(readdirSync(inHome('Documents'))).toEqual(['.clean-exit-set-aside']);
  });

  it('keeps a record that nobody else may read, before the first move', async () => {
    layOut(home);
    const listed = await resets().list(client, false);
    if (!listed.known) throw new Error('unknown');
    const kept = inHome('.local/state/clean-exit/set-aside');
    let asked = 0;
    await listed.value.moveAway({
      mayTouch: async () => {
        // The first question comes before anything is written.
        if (asked++ > 0) expect(readdirSync(kept)).toHaveLength(1);
        return undefined;
      },
    });
    const [name = ''] = readdirSync(kept);
    expect(lstatSync(path.join(kept, name)).mode & 0o777).toBe(0o600);
    expect(asked).toBeGreaterThan(1);
  });

  it('moves nothing where no record can be kept', async () => {
    layOut(home);
    mkdirSync(inHome('.local/state'), { recursive: true });
    writeFileSync(inHome('.local/state/clean-exit'), 'in the way');
    const before = census(home);
    expect(await reset()).toMatchObject({ things: 0, recordNotKept: { code: 'ENOTDIR' } });
    expect(census(home)).toEqual(before);
  });

  it('stops as soon as it may no longer touch anything', async () => {
    layOut(home);
    const listed = await resets().list(client, false);
    if (!listed.known) throw new Error('unknown');
    let asked = 0;
    const runs = { code: 'client-running', subject: 'chat' } as const;
    const went = await listed.value.moveAway({
      mayTouch: async () => (asked++ > 0 ? runs : undefined),
    });
    expect(went).toMatchObject({ things: 1, refusals: [runs] });
    const [record] = resets().records();
    expect(record?.things.map(({ state }) => state)).toEqual(['set-aside', 'at-home', 'at-home']);
  });

  it('leaves what somebody has open, and says who', async () => {
    layOut(home);
    const reader = execFileSync('sh', [
      ...['-c', 'exec 3<"$1"; exec sleep 60 >/dev/null 2>&1 & echo $!', 'sh'],
      inHome('.chat/holes'),
    ]);
    const pid = Number(reader.toString());
    try {
      const before = census(home);
      const { refusals } = await reset();
      expect(refusals).toMatchObject([{ code: 'open-elsewhere', detail: `pid ${pid}` }]);
      expect(census(home)).toEqual(before);
    } finally {
      process.kill(pid);
    }
  });

  it('follows a link of the person at a root, and leaves it leading somewhere', async () => {
    layOut(home);
    renameSync(inHome('Documents/chats'), inHome('moved'));
    chmodSync(inHome('moved'), 0o750);
    symlinkSync(inHome('moved'), inHome('Documents/chats'));
    const before = census(home);
    const went = await reset(true);
    expect(went.refusals).toEqual([]);
    expect(lstatSync(inHome('Documents/chats')).isSymbolicLink()).toBe(true);
    expect(statSync(inHome('Documents/chats')).mode & 0o777).toBe(0o750);
    expect(readdirSync(inHome('moved'))).toEqual([]);
    await back(went.record);
    expect([...census(home).keys()].sort()).toEqual([...before.keys()].sort());
    expect(readFileSync(inHome('Documents/chats/ming/db/messages.db'), 'utf8')).toBe('messages');
  });

  it('follows no link below a root', async () => {
    layOut(home);
    mkdirSync(inHome('elsewhere/config'), { recursive: true });
    symlinkSync(inHome('elsewhere'), inHome('Documents/chats/wei'));
    const { refusals } = await listing();
    expect(refusals.map(({ code }) => code)).toEqual(['link']);
    await reset();
    expect(existsSync(inHome('elsewhere/config'))).toBe(true);
  });

  it('never counts, moves or lists what it set aside before', async () => {
    layOut(home);
    await reset();
    const listed = await files.list(client, { tiers: ['cache', 'leftover', 're-download'] });
    expect(listed.known && listed.value.listing.files).toBe(0);
    expect(await reset()).toMatchObject({ things: 0 });
    expect((await files.lastActivity(client)).known).toBe(true);
  });
});

describe('bringing back', () => {
  it('gives every byte, name, mode, time, link, hole and attribute back', async () => {
    layOut(home);
    const hasAttribute = withAttribute(inHome('.chat/holes'));
    const before = census(home);
    for (const everything of [false, true]) {
      const { record } = await reset(everything);
      expect(census(home)).not.toEqual(before);
      const { things = [] } = (await back(record)) ?? {};
      expect(new Set(things.map(({ state }) => state))).toEqual(new Set(['at-home']));
      expect(census(home)).toEqual(before);
    }
    if (hasAttribute)
      expect(execFileSync('getfattr', ['-d', inHome('.chat/holes')]).toString()).toContain('kept');
    expect(existsSync(inHome('.clean-exit-set-aside'))).toBe(false);
  });

  it('sets newer data aside first, whole, in a record that swaps it again', async () => {
    layOut(home);
    const old = census(home);
    const first = await reset();
    rmSync(inHome('Documents/chats/ming/db'), { recursive: true });
    layOut(home, 'newer');
    mkdirSync(inHome('Documents/chats/late/config'), { recursive: true });
    const now = census(home);
    const swapped = await back(first.record);
    expect(swapped?.newer).toMatchObject({ things: 4 });
    for (const [name, holds] of old)
      if (!name.includes('/db') && !name.includes('late'))
        expect(census(home).get(name)).toBe(holds);
    await back(swapped?.newer?.record);
    expect(census(home)).toEqual(now);
  });

  it('says what would happen and does nothing where it is dry', async () => {
    layOut(home);
    const { record } = await reset();
    layOut(home, 'newer');
    const before = census(home);
    const dry = await resets().back(record ?? '', client, 'dry');
    expect(dry?.newer).toMatchObject({ things: 3 });
    expect(dry?.things.map(({ state }) => state)).toEqual(['set-aside', 'set-aside', 'set-aside']);
    expect(census(home)).toEqual(before);
  });

  it('finishes what an interrupted reset left, without a second look at what never went', async () => {
    layOut(home);
    const before = census(home);
    const listed = await resets().list(client, false);
    if (!listed.known) throw new Error('unknown');
    let asked = 0;
    const stops = new AbortController();
    const went = await listed.value.moveAway({
      mayTouch: async () => void (asked++ > 0 && stops.abort()),
      cancelled: stops.signal,
    });
    expect(went.things).toBeLessThan(3);
    await back(resets().records()[0]?.id);
    expect(census(home)).toEqual(before);
    expect(resets().records()).toHaveLength(1);
  });

  it('brings back what lies there after the home was copied to another disk', async () => {
    layOut(home);
    const before = census(home);
    const { record } = await reset();
    const copy = `${home}-copy`;
    execFileSync('cp', ['-a', home, copy]);
    rmSync(home, { recursive: true });
    renameSync(copy, home);
    expect(
      resets()
        .records()[0]
        ?.things.map(({ state }) => state),
    ).toEqual(Array(3).fill('set-aside'));
    expect((await back(record))?.things.map(({ state }) => state)).toEqual(
      Array(3).fill('at-home'),
    );
    rmSync(inHome('.local/state/clean-exit'), { recursive: true });
    expect([...census(home).keys()]).toEqual([...before.keys()]);
  });

  it('makes the folders above it again where the client removed them', async () => {
    layOut(home);
    const { record } = await reset();
    rmSync(inHome('Documents/chats'), { recursive: true });
    await back(record);
    expect(readFileSync(inHome('Documents/chats/ming/config/account.ini'), 'utf8')).toBe('ini');
  });

  it('puts nothing behind a link that took the place of a folder', async () => {
    layOut(home);
    const { record } = await reset();
    renameSync(inHome('Documents/chats/ming'), inHome('other'));
    symlinkSync(inHome('other'), inHome('Documents/chats/ming'));
    const { things = [] } = (await back(record)) ?? {};
    expect(things.map(({ state }) => state)).toContain('behind-link');
    expect(existsSync(inHome('other/config'))).toBe(false);
  });

  it('knows no record of another client, and none that is damaged', async () => {
    layOut(home);
    const { record = '' } = await reset();
    expect(await resets().back(record, { ...client, id: 'work' }, LEAVE)).toBeUndefined();
    writeFileSync(inHome(`.local/state/clean-exit/set-aside/${record}.json`), '{"id":');
    expect(await back(record)).toBeUndefined();
    expect(resets().records()).toEqual([]);
  });
});
