import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CHECK_MS } from '../../../shared/machine/files/removal-lease.ts';
import type { ScanRequest } from '../../../shared/machine/files/scan-request.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt, removeAt, type How } from './tree.ts';

tidy();
afterEach(() => {
  vi.restoreAllMocks();
});

const stage = (): { top: string; data: string; question: ScanRequest } => {
  const top = folder();
  put(top, 'u/cache/a', 'u/cache/deep/b', 'u/keep/c');
  return { top, data: path.join(top, 'data'), question: questionAt(top, ['{root}/u/cache/**']) };
};

describe('removing', () => {
  it('moves to the trash with a note of where it was, and leaves the folder itself', async () => {
    const { top, data, question } = stage();
    const removal = await removeAt(question, data);
    expect(removal).toMatchObject({ files: 2, bytes: 2 * 8_192, to: 'trash', refusals: [] });
    expect(readdirSync(path.join(top, 'u/cache'))).toEqual([]);
    expect(readdirSync(path.join(data, 'Trash/files/cache'))).toEqual(['a', 'deep']);
    const note = readFileSync(path.join(data, 'Trash/info/cache.trashinfo'), 'utf8');
    expect(note).toContain(`Path=${path.join(top, 'u/cache')}\n`);
  });

  it('never writes over something in the trash', async () => {
    const { top, data, question } = stage();
    await removeAt(question, data);
    put(top, 'u/cache/a');
    await removeAt(question, data);
    expect(readdirSync(path.join(data, 'Trash/files')).sort()).toEqual(['cache', 'cache.2']);
  });

  it('fails closed where the trash is not ours', async () => {
    const { top, data, question } = stage();
    mkdirSync(data);
    symlinkSync(folder(), path.join(data, 'Trash'));
    const removal = await removeAt(question, data);
    expect(removal.refusals).toMatchObject([{ code: 'no-trash' }]);
    expect(existsSync(path.join(top, 'u/cache/a'))).toBe(true);
  });

  it('for good leaves nothing of it, and everything beside it', async () => {
    const { top, data, question } = stage();
    const removal = await removeAt(question, data, { permanently: true });
    expect(removal).toMatchObject({ files: 2, to: 'nowhere' });
    expect(readdirSync(path.join(top, 'u')).sort()).toEqual(['cache', 'keep']);
    expect(existsSync(data)).toBe(false);
  });

  it('stops before the first file when the client came back', async () => {
    const { top, data, question } = stage();
    const mayTouch: How['mayTouch'] = async () => ({ code: 'client-running', subject: 'chat' });
    const removal = await removeAt(question, data, { mayTouch });
    expect(removal).toMatchObject({ files: 0, refusals: [{ code: 'client-running' }] });
    expect(existsSync(path.join(top, 'u/cache/a'))).toBe(true);
  });

  it.each<[string, (top: string) => void]>([
    ['a file appeared in it', (top) => put(top, 'u/cache/new')],
    ['a chat record appeared in it', (top) => put(top, 'u/cache/new.db')],
    [
      'another folder took its place',
      (top) => {
        renameSync(path.join(top, 'u/cache'), path.join(top, 'u/old'));
        put(top, 'u/cache/a', 'u/cache/deep/b');
      },
    ],
    [
      'a link took its place',
      (top) => {
        renameSync(path.join(top, 'u/cache'), path.join(top, 'u/old'));
        symlinkSync(path.join(top, 'u/old'), path.join(top, 'u/cache'));
      },
    ],
  ])('leaves a folder alone when %s since the look', async (_, change) => {
    const { top, data, question } = stage();
    const removal = await removeAt(question, data, { between: () => change(top) });
    expect(removal).toMatchObject({ files: 0, refusals: [{ code: 'changed' }] });
    expect(existsSync(path.join(top, 'u/cache/a'))).toBe(true);
  });

  it('says why nothing may be touched, once, and touches nothing', async () => {
    const { top, data, question } = stage();
    const inUse: How['inUse'] = () => ({ code: 'open-elsewhere', subject: top, detail: 'pid 1' });
    const removal = await removeAt(question, data, { inUse });
    expect(removal).toMatchObject({ files: 0, refusals: [{ code: 'open-elsewhere' }] });
    expect(removal.refusals).toHaveLength(1);
    expect(existsSync(path.join(top, 'u/cache/a'))).toBe(true);
  });

  it.each([false, true])(
    'keeps a data root that may go as a whole (for good: %s)',
    async (good) => {
      const top = folder();
      put(top, 'a', 'u/b');
      const question = questionAt(top, ['{root}/**']);
      const { ino } = lstatSync(top);
      const removal = await removeAt(question, folder(), { permanently: good });
      expect(removal).toMatchObject({ files: 2, refusals: [] });
      expect(readdirSync(top)).toEqual([]);
      expect(lstatSync(top).ino).toBe(ino);
    },
  );

  it.each([
    [true, 1],
    [false, 0],
  ])('leaves a file that was written to since the look (for good: %s)', async (good, files) => {
    const { top, data, question } = stage();
    const file = path.join(top, 'u/cache/a');
    const between = (): void => writeFileSync(file, 'x'.repeat(50_000));
    const removal = await removeAt(question, data, { permanently: good, between });
    // For good each folder is on its own; into the trash goes the whole or nothing.
    expect(removal).toMatchObject({ files, bytes: files * 8_192, refusals: [{ code: 'changed' }] });
    expect(lstatSync(file).size).toBe(50_000);
  });

  it('counts a file with two loose names when the second of them goes', async () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/keep.db');
    linkSync(path.join(top, 'u/cache/a'), path.join(top, 'u/cache/b'));
    const question = questionAt(top, ['{root}/u/cache/**']);
    expect(await removeAt(question, folder())).toMatchObject({ files: 2, bytes: 8_192 });
  });

  it('removes three thousand loose files, and looks again all the while', async () => {
    const top = folder();
    put(top, 'u/cache/keep.db', ...Array.from({ length: 3_000 }, (_, n) => `u/cache/${n}`));
    const question = questionAt(top, ['{root}/u/cache/**']);
    const clock = slowClock(1);
    const looks: number[] = [];
    const mayTouch: How['mayTouch'] = async () => void looks.push(clock());
    const removal = await removeAt(question, folder(), { mayTouch });
    expect(removal).toMatchObject({ files: 3_000, refusals: [] });
    expect(clock()).toBeGreaterThan(3_000);
    const gaps = [...looks.slice(1), clock()].map((at, nth) => at - (looks[nth] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(CHECK_MS + 10);
  });

  it.each([false, true])(
    'stops when it is cancelled and tells what went (for good: %s)',
    async (good) => {
      const top = folder();
      const names = Array.from({ length: 200 }, (_, n) => `u/cache/${n}`);
      put(top, ...names, ...(good ? [] : ['u/cache/keep.db']));
      const cancel = good ? afterAsking(50) : new AbortController();
      slowClock(1);
      const removal = await removeAt(questionAt(top, ['{root}/u/cache/**']), folder(), {
        permanently: good,
        cancelled: cancel.signal,
        onProgress: (files) => {
          if (files > 0) cancel.abort();
        },
      });
      const left = names.filter((name) => existsSync(path.join(top, name))).length;
      expect(left).toBeGreaterThan(0);
      expect(removal.files).toBe(200 - left);
      expect(readdirSync(path.join(top, 'u'))).toEqual(['cache']);
    },
  );

  it('looks for open files again and stops when there is one', async () => {
    const top = folder();
    put(top, 'u/cache/keep.db', ...Array.from({ length: 50 }, (_, n) => `u/cache/${n}`));
    let removed = 0;
    slowClock(60);
    const removal = await removeAt(questionAt(top, ['{root}/u/cache/**']), folder(), {
      inUse: () => (removed > 0 ? { code: 'open-elsewhere', subject: top } : undefined),
      onProgress: (files) => {
        removed = files;
      },
    });
    expect(removal.refusals).toMatchObject([{ code: 'open-elsewhere' }]);
    expect(removal.files).toBeGreaterThan(0);
    expect(removal.files).toBeLessThan(8);
  });
});

/** A clock on which a disk is slow: each glance at it takes so many ms. Answers what it shows. */
function slowClock(ms: number): () => number {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += ms));
  return () => now;
}

/** A signal that is given as soon as it was asked for so many times. */
function afterAsking(times: number): AbortController {
  const cancel = new AbortController();
  let asked = 0;
  Object.defineProperty(cancel.signal, 'aborted', { get: () => ++asked > times });
  return cancel;
}
