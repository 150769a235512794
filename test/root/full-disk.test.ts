import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Removal } from '../../shared/core/model.ts';
import { newHome, tidyHomes } from '../cli/home.ts';
import { titled } from '../desk/missing.ts';
import { asUser, put, questionAt, removeAt, type How } from '../machine/files/tree.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import {
  asidesIn,
  census,
  freed,
  leavesIn,
  vanished,
  type Census,
} from '../machine/purge/census.ts';
import { afterAsking, disk, fill, needsDisks, remount, tidyDisks } from './disk.ts';
import { asNobody, give } from '../machine/purge/rights.ts';
import { orphansIn, trashedIn } from '../machine/purge/trashed.ts';

tidy();
tidyHomes();
tidyDisks();

const missing = needsDisks();
const GOES = Array.from({ length: 40 }, (_, n) => `u/cache/${n % 4}/${n}`);
const STAYS = ['u/cache/1/mine.db', 'u/cache/deep/message.db', 'u/db_storage/a', 'u/letter'];
const GLOB = ['{root}/u/cache/**'];

/** A chat below a folder; three of its four cache folders may go as a whole. */
function chatIn(place: string): string {
  const top = path.join(place, 'chat');
  put(top, ...GOES, ...STAYS);
  return top;
}

const purge = (top: string, how: How): Promise<Removal> =>
  removeAt(questionAt(top, GLOB), path.join(path.dirname(top), 'data'), how);

/** The figures are what is gone, and what had to stay is there. */
function expectTrue(removal: Removal, before: Census, after: Census): void {
  expect(removal.files).toBe(vanished(before, after));
  expect(removal.bytes).toBe(freed(before, after));
  for (const [file, { holds }] of leavesIn(before))
    if (/mine\.db|message\.db|db_storage|letter/.test(file)) {
      const now = after.get(file);
      expect(now?.holds, file).toBe(holds);
    }
}

async function expectFinished(top: string): Promise<void> {
  const removal = await purge(top, { permanently: true });
  expect(removal.refusals).toEqual([]);
  const after = census(top);
  expect(leavesIn(after)).toHaveLength(STAYS.length);
  expect(asidesIn(after)).toEqual([]);
}

describe.skipIf(missing)(titled('a disk', missing), () => {
  it('on which no folder can be made is emptied all the same', async () => {
    const top = chatIn(disk('size=4m,nr_inodes=90'));
    fill(path.dirname(top), 0);
    const before = census(top);
    const removal = await purge(top, { permanently: true });
    expect(removal).toMatchObject({ files: GOES.length, refusals: [] });
    expectTrue(removal, before, census(top));
    expect(asidesIn(census(top))).toEqual([]);
  });

  it.each([0, 2])('with room for %s notes of the trash takes no more than that', async (notes) => {
    const place = disk('size=1m');
    const top = path.join(place, 'chat');
    const loose = Array.from({ length: 6 }, (_, n) => `u/cache/${n}`);
    put(top, ...loose, 'u/cache/mine.db', 'u/letter');
    const data = path.join(place, 'data');
    for (const name of ['files', 'info'])
      mkdirSync(path.join(data, 'Trash', name), { recursive: true });
    fill(place, 4_096);
    for (let n = 0; n < notes; n++) rmSync(path.join(place, 'ballast', String(n)));
    const before = census(top);
    const removal = await purge(top, { permanently: false });
    expect(removal).toMatchObject({ files: notes, refusals: [{ code: 'no-trash' }] });
    expect(removal.refusals[0]).toMatchObject({ detail: 'ENOSPC', subject: `${top}/u/cache` });
    expectTrue(removal, before, census(top));
    expect(trashedIn(data)).toHaveLength(notes);
    expect(orphansIn(data)).toEqual([]);
  });

  it.each<[boolean, number]>([
    [true, 12],
    [true, 30],
    [false, 6],
    [false, 12],
  ])('that turns read-only midway (for good: %s, at %s)', async (permanently, at) => {
    const place = disk('size=4m');
    const top = chatIn(place);
    const before = census(top);
    const cancelled = afterAsking(at, () => remount(place, 'ro'));
    const removal = await purge(top, { permanently, cancelled });
    const after = census(top);
    expect(removal.files).toBeLessThan(GOES.length);
    expect(removal.refusals.length).toBeGreaterThan(0);
    for (const { code, detail } of removal.refusals) {
      expect(code).toMatch(/^(denied|no-trash|protected)$/);
      expect(detail).toMatch(/^(EROFS|set aside)$/);
    }
    const [was, is] = [before, after].map((one) => leavesIn(one).length);
    expect(removal.files).toBe((was ?? 0) - (is ?? 0));
    expect(removal.bytes).toBe(removal.files * 8_192);
    remount(place, 'rw');
    await expectFinished(top);
  });

  it.each(['read-only', 'without room for a folder'])(
    'beside a home that is %s gets a trash of its own',
    async (how) => {
      const [chats, home] = [disk('size=4m'), disk('size=1m,nr_inodes=2')];
      const top = chatIn(chats);
      if (how === 'read-only') remount(home, 'ro');
      else mkdirSync(path.join(home, 'last'));
      const removal = await removeAt(questionAt(top, GLOB), path.join(home, '.local/share'), {
        permanently: false,
      });
      expect(removal).toMatchObject({ files: GOES.length, refusals: [] });
      remount(home, 'rw');
    },
  );

  it('that is read-only is told in the receipt, and never called gone', async () => {
    const place = disk('size=4m');
    const top = chatIn(place);
    const home = newHome();
    const clients = path.join(home.folder, '.config/clean-exit/clients');
    mkdirSync(clients, { recursive: true });
    const files = [{ glob: '{all}/u/cache/**', tier: 'cache' }];
    const data = [{ name: 'all', path: top }];
    const roots = [{ exe: '/opt/irc/irc' }];
    const editions = [{ platform: 'linux', roots, data, files, quietMs: 0 }];
    const file = { schema: 'clean-exit/client/1', id: 'irc', name: 'IRC', editions };
    writeFileSync(path.join(clients, 'irc.json'), JSON.stringify(file));
    remount(place, 'ro');
    for (const flags of [['--permanently', '--yes'], []]) {
      const receipt = await home.receipt('purge', 'irc', ...flags);
      expect(receipt.removed).toMatchObject({ files: 0, bytes: 0 });
      expect(receipt.verdict).not.toBe('gone');
      expect(receipt.code).not.toBe(0);
      expect(receipt.refusals.map(({ detail }) => detail).join()).toContain('EROFS');
    }
    remount(place, 'rw');
    await expectFinished(top);
  });
});

describe('a folder', () => {
  it.each([true, false])('that is closed to us midway (for good: %s)', async (permanently) => {
    const top = path.join(folder(), 'chat');
    const loose = Array.from({ length: 30 }, (_, n) => `u/cache/${n}`);
    put(top, ...loose, 'u/cache/mine.db', 'u/letter');
    give(path.dirname(top));
    const cache = path.join(top, 'u/cache');
    const before = census(top);
    const cancelled = afterAsking(12, () => chmodSync(cache, 0o555));
    const data = path.join(path.dirname(top), 'data');
    const removal = await asNobody((uid) =>
      removeAt(asUser(questionAt(top, GLOB), uid), data, { permanently, cancelled }),
    );
    expect(removal.files).toBeGreaterThan(0);
    expect(removal.files).toBeLessThan(30);
    expect(removal.refusals).toEqual([{ code: 'denied', subject: cache, detail: 'EACCES' }]);
    expectTrue(removal, before, census(top));
    chmodSync(cache, 0o755);
  });
});
