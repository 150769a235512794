import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InTrash } from '../../../shared/machine/files/disk.ts';
import { find } from '../../../shared/machine/files/find.ts';
import { removeUnits } from '../../../shared/machine/files/remove.ts';
import { restoreAll } from '../../../shared/machine/files/restore.ts';
import { toTrash } from '../../../shared/machine/files/trash.ts';
import { bringBack, isNoted } from '../../../shared/machine/files/bring-back.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt } from './tree.ts';

tidy();

const UID = process.getuid?.() ?? -1;
const RESTORING = { cameFrom: isNoted, bringBack };

/** A purge into the trash, and its record; `then` happens when a thing has just arrived there. */
async function purge(top: string, then: (to: string) => void = () => {}) {
  const question = questionAt(top, ['{root}/u/cache/**', '{root}/v/cache/**']);
  const trashed: InTrash[] = [];
  const data = path.join(top, 'data');
  const removal = await removeUnits(
    await find(question),
    { permanently: false, mayTouch: async () => undefined },
    {
      trash: async (things) =>
        things.map((thing) => {
          const went = toTrash(thing, data, UID, new Date());
          if (went.trashed) then(went.to);
          return went;
        }),
      bringBack,
      keepTrashed: (all) => {
        trashed.push(...all);
        return 'record';
      },
      question: () => question,
      worker: undefined,
      inUse: () => undefined,
    },
  );
  return {
    removal,
    trashed,
    files: path.join(data, 'Trash/files'),
    info: path.join(data, 'Trash/info'),
  };
}

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
    expect(restoreAll(trashed, UID, true, RESTORING).map(({ state }) => state)).toEqual([
      'restorable',
      'restorable',
    ]);
    expect(restoreAll(trashed, UID, false, RESTORING).map(({ state }) => state)).toEqual([
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
    expect(restoreAll(trashed, UID, false, RESTORING)).toMatchObject([
      { state: 'partly', left: [expect.stringMatching(/\/b$/)] },
      { state: 'occupied' },
    ]);
    expect(readFileSync(path.join(top, 'u/cache/b'), 'utf8')).toBe('newer');
    expect(existsSync(path.join(top, 'u/cache/deep/a'))).toBe(true);
  });

  it('takes neither what another put under the name, nor what left the trash', async () => {
    const { trashed, files } = await stage();
    const [folderGone = '', other = ''] = trashed.map(({ to }) => to);
    rmSync(folderGone, { recursive: true });
    renameSync(other, `${files}/elsewhere`);
    writeFileSync(other, 'of somebody else');
    expect(restoreAll(trashed, UID, false, RESTORING)).toMatchObject([
      { state: 'not-in-trash' },
      { state: 'changed' },
    ]);
  });

  it('believes the record only as far as the note in the trash agrees', async () => {
    const { top, trashed } = await stage();
    const planted = trashed.map((one) => ({ ...one, from: path.join(top, 'elsewhere') }));
    expect(restoreAll(planted, UID, false, RESTORING).map(({ state }) => state)).toEqual([
      'changed',
      'changed',
    ]);
  });
});
