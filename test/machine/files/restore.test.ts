import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Restored } from '../../../shared/machine/port/restored.ts';
import type { InTrash } from '../../../shared/machine/files/disk.ts';
import { listFiles } from '../../../shared/machine/files/list.ts';
import { removeUnits } from '../../../shared/machine/files/remove.ts';
import { restoreAll } from '../../../shared/machine/files/restore.ts';
import { toTrash } from '../../../shared/machine/files/trash.ts';
import { ALWAYS, bringBack, dropNote, isNoted } from '../../../shared/machine/files/bring-back.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt } from './tree.ts';

tidy();

const UID = process.getuid?.() ?? -1;
const RESTORING = { cameFrom: isNoted, forget: dropNote };

/** Nobody has a file open; what went into the trash is kept in `trashed`. */
const recording = (question: ReturnType<typeof questionAt>, trashed: InTrash[]) => ({
  keepTrashed: (all: readonly InTrash[]) => {
    trashed.push(...all);
    return { record: 'record' };
  },
  question: () => question,
  worker: undefined,
  inUse: () => undefined,
});

/** A purge into the trash, and its record; `then` happens when a thing has just arrived there. */
async function purge(top: string, then: (to: string) => void = () => {}) {
  const question = questionAt(top, ['{root}/u/cache/**', '{root}/v/cache/**']);
  const trashed: InTrash[] = [];
  const data = path.join(top, 'data');
  const removal = await removeUnits(
    await listFiles(question),
    { permanently: false, mayTouch: async () => undefined },
    {
      trash: async (things) =>
        things.map((thing) => {
          const went = toTrash(thing, data, UID, new Date());
          if (went.trashed) then(went.to);
          return went;
        }),
      bringBack,
      ...recording(question, trashed),
    },
  );
  return {
    removal,
    trashed,
    files: path.join(data, 'Trash/files'),
    info: path.join(data, 'Trash/info'),
  };
}

describe('a trash that breaks in the middle', () => {
  it('keeps what arrived before restorable, and what stayed and what is lost are told apart', async () => {
    const top = folder();
    put(top, ...['1', '2', '3', '4', '5'].map((name) => `u${name}/cache/a`));
    const question = questionAt(top, ['{root}/*/cache/**']);
    const [trashed, data]: [InTrash[], string] = [[], path.join(top, 'data')];
    let handed = 0;
    const removal = await removeUnits(
      await listFiles(question),
      { permanently: false, mayTouch: async () => undefined },
      {
        batch: 2,
        trash: async (things) =>
          things.map((thing) => {
            handed++;
            if (handed === 4) throw Object.assign(new Error('broken'), { code: 'EIO' });
            if (handed < 3) return toTrash(thing, data, UID, new Date());
            rmSync(thing.file, { recursive: true });
            return { trashed: true, to: thing.file };
          }),
        ...recording(question, trashed),
      },
    );
    const [, , lost, stayed] = [1, 2, 3, 4].map((nth) => path.join(top, `u${nth}/cache`));
    expect(removal).toMatchObject({ files: 2, record: 'record' });
    expect(removal.refusals).toEqual([
      { code: 'not-in-trash', subject: lost, detail: 'EIO' },
      { code: 'no-trash', subject: stayed, detail: 'EIO' },
    ]);
    expect(trashed.map(({ to }) => existsSync(to))).toEqual([true, true]);
  });
});

describe('what lies in the trash without a note', () => {
  it.each([
    ['a file', (at: string) => writeFileSync(at, 'theirs')],
    ['a link', (at: string) => symlinkSync('theirs', at)],
    ['an empty folder', (at: string) => mkdirSync(at)],
    ['a folder', (at: string) => put(at, 'theirs')],
  ])('is never written over, nor gets a note of another place (%s)', async (_, lay) => {
    const top = folder();
    put(top, 'u/cache/a', 'v/cache/b', 'v/cache/old/c');
    // A link in it stays, so that of this folder the files go one by one.
    symlinkSync('nowhere', path.join(top, 'v/cache/link'));
    const files = path.join(top, 'data/Trash/files');
    mkdirSync(files, { recursive: true, mode: 0o700 });
    const names = ['cache', 'a', 'b', 'old', 'c'];
    for (const name of names) lay(path.join(files, name));
    const before = names.map((name) => lstatSync(path.join(files, name)).ino);
    const { trashed, info } = await purge(top);
    expect(names.map((name) => lstatSync(path.join(files, name)).ino)).toEqual(before);
    expect(trashed.length).toBeGreaterThan(1);
    for (const name of names) expect(existsSync(path.join(info, `${name}.trashinfo`))).toBe(false);
    for (const { from, to } of trashed) expect(isNoted(from, to)).toBe(true);
  });
});

describe('what arrived in the trash', () => {
  it('goes back whole where something was added in the last moment, and is not called trashed', async () => {
    const top = folder();
    put(top, 'u/cache/deep/a', 'u/cache/b');
    const { removal, trashed, files, info } = await purge(top, (to) =>
      writeFileSync(path.join(to, 'deep/message.db'), 'new'),
    );
    expect(removal).toMatchObject({ files: 0, refusals: [{ code: 'changed' }] });
    expect(trashed).toEqual([]);
    expect(readFileSync(path.join(top, 'u/cache/deep/message.db'), 'utf8')).toBe('new');
    expect([readdirSync(files), readdirSync(info)]).toEqual([[], []]);
  });

  it('goes back around what its client wrote at the old place meanwhile', async () => {
    const top = folder();
    put(top, 'u/cache/deep/a', 'u/cache/b');
    const { removal } = await purge(top, (to) => {
      writeFileSync(path.join(to, 'new'), 'late');
      put(top, 'u/cache/b');
    });
    expect(removal).toMatchObject({ files: 0, refusals: [{ code: 'changed' }] });
    expect(removal.refusals[0]?.detail).toContain('in the trash');
    expect(existsSync(path.join(top, 'u/cache/deep/a'))).toBe(true);
    expect(readFileSync(path.join(top, 'u/cache/new'), 'utf8')).toBe('late');
  });
});

describe('restoring by the record of a purge', () => {
  const stage = async () => {
    const top = folder();
    put(top, 'u/cache/deep/a', 'u/cache/b', 'v/cache/c', 'v/cache/keep.db');
    return { top, ...(await purge(top)) };
  };

  it('puts every file back to its place and takes the notes away', async () => {
    const { top, trashed, files, info } = await stage();
    expect((await restoreAll(trashed, UID, 'dry', RESTORING)).map(({ state }) => state)).toEqual([
      'restorable',
      'restorable',
    ]);
    expect((await restoreAll(trashed, UID, ALWAYS, RESTORING)).map(({ state }) => state)).toEqual([
      'restored',
      'restored',
    ]);
    for (const name of ['u/cache/deep/a', 'u/cache/b', 'v/cache/c'])
      expect(existsSync(path.join(top, name)), name).toBe(true);
    expect([readdirSync(files), readdirSync(info)]).toEqual([[], []]);
  });

  it('never writes over anything, and says what stays in the trash', async () => {
    const { top, trashed } = await stage();
    put(top, 'u/cache/b', 'v/cache/c');
    writeFileSync(path.join(top, 'u/cache/b'), 'newer');
    expect(await restoreAll(trashed, UID, ALWAYS, RESTORING)).toMatchObject([
      { state: 'partly', left: [expect.stringMatching(/\/b$/)] },
      { state: 'occupied' },
    ]);
    expect(readFileSync(path.join(top, 'u/cache/b'), 'utf8')).toBe('newer');
    expect(existsSync(path.join(top, 'u/cache/deep/a'))).toBe(true);
  });

  it('stops between two files as soon as it may not go on, and says what is back and what stays', async () => {
    const { top, trashed, files } = await stage();
    put(top, 'u/cache/new');
    let asked = 0;
    const leave = { isFresh: false, holds: async () => ++asked <= 3 };
    expect(await restoreAll(trashed, UID, leave, RESTORING)).toMatchObject([
      { state: 'partly', left: [path.join(files, 'cache')] },
      { state: 'stopped' },
    ]);
    const isBack = ['u/cache/b', 'u/cache/deep'].map((one) => existsSync(path.join(top, one)));
    expect(isBack.filter(Boolean)).toHaveLength(1);
    expect(existsSync(path.join(top, 'v/cache/c'))).toBe(false);
    const rest = await restoreAll(trashed, UID, ALWAYS, RESTORING);
    expect(rest.map(({ state }) => state)).toEqual(['altered', 'restored']);
    expect(readdirSync(files)).toEqual([]);
  });

  it('takes neither what another put under the name, nor what left the trash', async () => {
    const { trashed, files } = await stage();
    const [folderGone = '', other = ''] = trashed.map(({ to }) => to);
    rmSync(folderGone, { recursive: true });
    renameSync(other, `${files}/elsewhere`);
    writeFileSync(other, 'of somebody else');
    expect(await restoreAll(trashed, UID, ALWAYS, RESTORING)).toMatchObject([
      { state: 'not-in-trash' },
      { state: 'changed' },
    ]);
  });

  it('believes the record only as far as the note in the trash agrees', async () => {
    const { top, trashed } = await stage();
    const planted = trashed.map((one) => ({ ...one, from: path.join(top, 'elsewhere') }));
    expect((await restoreAll(planted, UID, ALWAYS, RESTORING)).map(({ state }) => state)).toEqual([
      'changed',
      'changed',
    ]);
  });

  it.each<[string, (files: string) => void, readonly string[]]>([
    ['a file was removed', (files) => rmSync(`${files}/deep/a`), ['u/cache/deep']],
    ['a file was written to', (files) => writeFileSync(`${files}/b`, 'evil'), ['u/cache']],
    ['a link was planted', (files) => symlinkSync('/etc', `${files}/deep/l`), ['u/cache/deep']],
    ['a folder was made', (files) => mkdirSync(`${files}/deep/more`), ['u/cache/deep']],
    ['a folder was removed', (files) => rmSync(`${files}/deep`, { recursive: true }), ['u/cache']],
  ])('says what is not as it went, where %s', async (_, alter, where) => {
    const { top, trashed } = await stage();
    alter(trashed[0]?.to ?? '');
    const altered = where.map((one) => path.join(top, one));
    expect(await restoreAll(trashed, UID, 'dry', RESTORING)).toMatchObject([
      { state: 'restorable-altered', altered },
      { state: 'restorable' },
    ]);
    expect(await restoreAll(trashed, UID, ALWAYS, RESTORING)).toMatchObject([
      { state: 'altered', altered },
      { state: 'restored' },
    ]);
  });

  it('says so of a single file that was written to in the trash', async () => {
    const { top, trashed } = await stage();
    writeFileSync(trashed[1]?.to ?? '', 'evil');
    expect(await restoreAll(trashed, UID, ALWAYS, RESTORING)).toMatchObject([
      { state: 'restored' },
      { state: 'altered', altered: [path.join(top, 'v/cache/c')] },
    ]);
  });

  it('does not vouch for what its record does not describe', async () => {
    const { trashed } = await stage();
    const bare = trashed.map(({ from, to, identity }) => ({ from, to, identity }));
    expect((await restoreAll(bare, UID, ALWAYS, RESTORING)).map(({ state }) => state)).toEqual([
      'altered',
      'altered',
    ]);
  });

  it.each<[string, (top: string, files: string) => void, Restored['state']]>([
    [
      'its folder is behind a link',
      (top) => {
        renameSync(`${top}/u`, `${top}/else`);
        symlinkSync(`${top}/else`, `${top}/u`);
      },
      'behind-link',
    ],
    [
      'the trash is behind a link',
      (_, files) => {
        renameSync(files, `${files}-else`);
        symlinkSync(`${files}-else`, files);
      },
      'behind-link',
    ],
    ['its folder is gone', (top) => rmSync(`${top}/u`, { recursive: true }), 'no-folder'],
    ['all of it stands there again', (top) => put(top, 'u/cache/deep/a', 'u/cache/b'), 'occupied'],
  ])('says "put back" of nothing where %s', async (_, change, state) => {
    const { top, trashed, files } = await stage();
    change(top, files);
    const before = readdirSync(top, { recursive: true }).length;
    expect((await restoreAll(trashed, UID, 'dry', RESTORING))[0]).toMatchObject({ state });
    expect((await restoreAll(trashed.slice(0, 1), UID, ALWAYS, RESTORING))[0]).toMatchObject({
      state,
    });
    expect(readdirSync(top, { recursive: true }).length).toBe(before);
  });

  it.runIf(UID !== 0)('says that the system forbids it before it tries', async () => {
    const { top, trashed } = await stage();
    chmodSync(`${top}/u/cache`, 0o500);
    for (const dry of [true, false])
      expect((await restoreAll(trashed, UID, dry ? 'dry' : ALWAYS, RESTORING))[0]).toMatchObject({
        state: 'denied',
      });
    chmodSync(`${top}/u/cache`, 0o700);
    expect((await restoreAll(trashed, UID, ALWAYS, RESTORING))[0]).toMatchObject({
      state: 'restored',
    });
  });
});

const FILES = ['a', 'b', 'deep/a', 'deep/er/a', 'other/a'] as const;
const AFTER: Readonly<Record<string, string>> = {
  restorable: 'restored',
  'restorable-altered': 'altered',
  'restorable-partly': 'partly',
};

describe('a law', () => {
  it('is that the deed does what the dry listing promised, and loses nothing', async () => {
    const some = fc.subarray([...FILES]);
    await fc.assert(
      fc.asyncProperty(some, some, some, async (gone, altered, there) => {
        const top = folder();
        put(top, ...FILES.map((one) => `u/cache/${one}`));
        const { trashed, files } = await purge(top);
        for (const one of gone) rmSync(path.join(files, 'cache', one));
        for (const one of altered.filter((name) => !gone.includes(name)))
          writeFileSync(path.join(files, 'cache', one), 'altered');
        for (const one of there) put(top, `u/cache/${one}`);
        const promised = await restoreAll(trashed, UID, 'dry', RESTORING);
        const done = await restoreAll(trashed, UID, ALWAYS, RESTORING);
        expect(done.map(({ state, left }) => [state, left])).toEqual(
          promised.map(({ state, left }) => [AFTER[state] ?? state, left]),
        );
        expect(done[0]?.state === 'restored').toBe(
          gone.length + altered.length === 0 && there.length === 0,
        );
        for (const one of FILES) {
          const at = path.join(top, 'u/cache', one);
          if (there.includes(one)) expect(readFileSync(at, 'utf8')).toHaveLength(5_000);
          else expect(existsSync(at)).toBe(!gone.includes(one));
          const isLeft = there.includes(one) && !gone.includes(one);
          expect(existsSync(path.join(files, 'cache', one))).toBe(isLeft);
        }
      }),
      { numRuns: 60 },
    );
  });
});
