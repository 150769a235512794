import { chmodSync, chownSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isQuarantine, quarantine } from '../../../shared/machine/files/quarantine.ts';
import { listFiles } from '../../../shared/machine/files/list.ts';
import { folder, tidy } from '../linux/actors.ts';
import { asUser, put, questionAt, removeAt } from './tree.ts';

tidy();

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** Does it as somebody to whom the rights of files apply. */
async function withoutRights<T>(deed: (uid: number) => Promise<T>): Promise<T> {
  if (!isRoot) return deed(process.getuid?.() ?? -1);
  process.seteuid?.(NOBODY);
  try {
    return await deed(NOBODY);
  } finally {
    process.seteuid?.(0);
  }
}

const give = (top: string): void => {
  if (!isRoot) return;
  chownSync(top, NOBODY, NOBODY);
  for (const name of readdirSync(top, { recursive: true, encoding: 'utf8' }))
    chownSync(path.join(top, name), NOBODY, NOBODY);
};

const left = (top: string): readonly string[] =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(top, name)).isFile())
    .sort();

describe('removing for good', () => {
  it('that fails midway tells what went and what is denied, and leaves no debris', async () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/b/1', 'u/cache/shut/2', 'u/cache/z');
    give(top);
    chmodSync(path.join(top, 'u/cache/shut'), 0o555);
    const question = questionAt(top, ['{root}/u/cache/**']);
    const removal = await withoutRights((uid) =>
      removeAt(asUser(question, uid), folder(), { permanently: true }),
    );
    expect(removal).toMatchObject({ files: 3, bytes: 3 * 8_192, to: 'nowhere' });
    expect(removal.refusals).toEqual([
      { code: 'denied', subject: path.join(top, 'u/cache/shut'), detail: 'EACCES' },
    ]);
    expect(left(top)).toEqual(['u/cache/shut/2']);
    chmodSync(path.join(top, 'u/cache/shut'), 0o755);
    const again = await withoutRights((uid) =>
      removeAt(asUser(question, uid), folder(), { permanently: true }),
    );
    expect(again).toMatchObject({ files: 1, refusals: [] });
    expect(readdirSync(path.join(top, 'u'))).toEqual(['cache']);
  });

  it('is denied where the folder itself may not be moved, and changes nothing', async () => {
    const top = folder();
    put(top, 'u/cache/a');
    give(top);
    chmodSync(path.join(top, 'u'), 0o555);
    const question = questionAt(top, ['{root}/u/cache/**']);
    for (const permanently of [true, false]) {
      const removal = await withoutRights((uid) => {
        const trash = path.join(top, 'data');
        return removeAt(asUser(question, uid), trash, { permanently });
      });
      expect(removal).toMatchObject({ files: 0, bytes: 0, refusals: [{ code: 'denied' }] });
    }
    expect(left(path.join(top, 'u'))).toEqual(['cache/a']);
  });

  it.each([true, false])(
    'does not take a folder that it cannot read for one that holds nothing (for good: %s)',
    async (permanently) => {
      const top = folder();
      put(top, 'u/cache/a', 'u/cache/shut/message.db');
      give(top);
      chmodSync(path.join(top, 'u/cache/shut'), 0);
      const question = questionAt(top, ['{root}/u/cache/**']);
      const removal = await withoutRights((uid) =>
        removeAt(asUser(question, uid), path.join(top, 'data'), { permanently }),
      );
      expect(removal).toMatchObject({ files: 1, refusals: [{ code: 'denied', detail: 'EACCES' }] });
      chmodSync(path.join(top, 'u/cache/shut'), 0o755);
      expect(left(path.join(top, 'u'))).toEqual(['cache/shut/message.db']);
    },
  );
});

describe('a folder that an interrupted run had set aside', () => {
  const interrupted = async (top: string, file: string, glob: string) => {
    const question = questionAt(top, [glob]);
    const [unit] = (await listFiles(question)).units;
    expect(unit?.path).toBe(path.join(top, file));
    quarantine(path.join(top, file), unit?.identity ?? '');
    return question;
  };

  it.each<[string, boolean]>([
    ['beside the folder of the rule', true],
    ['beside the folder of the rule', false],
  ])('%s is counted and finished (for good: %s)', async (_, permanently) => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/deep/b');
    const question = await interrupted(top, 'u/cache', '{root}/*/cache/**');
    put(top, 'u/cache/new');
    expect((await listFiles(question)).listing).toMatchObject({
      files: 3,
      bytes: 3 * 8_192,
      refusals: [],
    });
    const removal = await removeAt(question, folder(), { permanently });
    expect(removal).toMatchObject({ files: 3, bytes: 3 * 8_192, refusals: [] });
    expect(readdirSync(path.join(top, 'u'))).toEqual(['cache']);
  });

  it('inside the folder of the rule is finished as well', async () => {
    const top = folder();
    put(top, 'u/cache/deep/b', 'u/cache/deep/more/c', 'u/cache/keep.db', 'u/cache/x/1');
    const question = questionAt(top, ['{root}/*/cache/**']);
    const unit = (await listFiles(question)).units.find((one) => one.path.endsWith('deep'));
    quarantine(path.join(top, 'u/cache/deep'), unit?.identity ?? '');
    const removal = await removeAt(question, folder(), { permanently: true });
    expect(removal).toMatchObject({ files: 3, refusals: [] });
    expect(readdirSync(path.join(top, 'u/cache'))).toEqual(['keep.db']);
  });

  /** A folder that was set aside, with a chat record that slipped into it. */
  const withRecord = async () => {
    const top = folder();
    put(top, 'u/cache/a');
    const question = await interrupted(top, 'u/cache', '{root}/*/cache/**');
    const [ours = ''] = readdirSync(path.join(top, 'u')).filter(isQuarantine);
    const record = path.join(top, 'u', ours, 'cache/message.db');
    writeFileSync(record, 'mine');
    return { top, question, record };
  };

  it('gives a chat record that slipped into it back to its client', async () => {
    const { top, question } = await withRecord();
    const removal = await removeAt(question, folder(), { permanently: true });
    expect(removal).toMatchObject({ files: 1, refusals: [] });
    expect(left(top)).toEqual(['u/cache/message.db']);
  });

  it('keeps and names a chat record whose place is taken meanwhile', async () => {
    const { top, question, record } = await withRecord();
    put(top, 'u/cache/message.db');
    const removal = await removeAt(question, folder(), { permanently: true });
    expect(removal.refusals).toMatchObject([{ code: 'protected', subject: record }]);
    expect(existsSync(record)).toBe(true);
  });

  it.each([true, false])(
    'goes also where it lies right in a folder of ours, beside its other name (for good: %s)',
    async (permanently) => {
      const top = folder();
      const ours = `u/.clean-exit-${'0'.repeat(32)}`;
      put(top, 'u/a.log', 'u/keep');
      mkdirSync(path.join(top, ours));
      linkSync(path.join(top, 'u/a.log'), path.join(top, ours, 'a.log'));
      const removal = await removeAt(questionAt(top, ['{root}/*/*.log']), folder(), {
        permanently,
      });
      expect(removal).toMatchObject({ files: 2, refusals: [] });
      expect(left(top)).toEqual(['u/keep']);
    },
  );

  it('is not taken from a folder that only looks like one of ours', async () => {
    const top = folder();
    put(top, 'u/.clean-exit-cache/cache/a', 'u/.clean-exit-0123/cache/b');
    expect((await listFiles(questionAt(top, ['{root}/u/cache/**']))).units).toEqual([]);
  });
});
