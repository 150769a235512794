import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Removal } from '../../../shared/core/model.ts';
import { removeUnits } from '../../../shared/machine/files/remove.ts';
import { find, type Question } from '../../../shared/machine/files/walk.ts';
import { openFiles, holderOf } from '../../../shared/machine/linux/open-files.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt } from './tree.ts';

tidy();

interface How {
  readonly permanently?: boolean;
  readonly mayTouch?: () => Promise<undefined | { code: 'client-running'; subject: string }>;
  /** Something that happens between the look and the deed. */
  readonly between?: () => void;
}

function removeAt(question: Question, dataHome: string, how: How = {}): Promise<Removal> {
  const found = find(question);
  how.between?.();
  const open = openFiles();
  return removeUnits(
    found,
    {
      tiers: question.tiers,
      permanently: how.permanently ?? false,
      mayTouch: how.mayTouch ?? (async () => undefined),
    },
    {
      dataHome,
      uid: process.getuid?.() ?? -1,
      now: () => Date.UTC(2026, 10, 25),
      again: (unit) => {
        const again = find(question);
        return { ...again, units: again.units.filter((one) => one.path === unit.path) };
      },
      holderOf: (file) => holderOf(file, open),
    },
  );
}

const stage = (): { top: string; data: string; question: Question } => {
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

  it('leaves a folder alone in which somebody has a file open, and says who', async () => {
    const { top, data, question } = stage();
    const { openSync, closeSync } = await import('node:fs');
    const fd = openSync(path.join(top, 'u/cache/deep/b'), 'r');
    try {
      const removal = await removeAt(question, data);
      expect(removal.refusals).toMatchObject([
        { code: 'open-elsewhere', detail: `pid ${process.pid}` },
      ]);
    } finally {
      closeSync(fd);
    }
    writeFileSync(path.join(top, 'done'), '');
    expect(existsSync(path.join(top, 'u/cache/a'))).toBe(true);
  });
});
