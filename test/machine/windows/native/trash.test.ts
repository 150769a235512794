import { lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityOf } from '../../../../shared/machine/files/unit.ts';
import type { Api } from '../../../../shared/machine/windows/native/api.ts';
import { recycle } from '../../../../shared/machine/windows/native/trash.ts';
import { isPlainPath } from '../../../../shared/machine/windows/plain-name.ts';

let top: string;
beforeEach(() => (top = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-bin-'))));
afterEach(() => rmSync(top, { recursive: true, force: true }));

/** A shell that answers 0 and does this with the file; `kind` is what GetDriveTypeW says. */
function shell(deed: (file: string) => void, file: string, kind = 3) {
  let calls = 0;
  const SHFileOperationW = {
    async: (_: Buffer, done: (error: null, value: number) => void) => {
      calls++;
      deed(file);
      done(null, 0);
    },
  };
  const api = {
    ...{ isWine: false, address: () => 0n, shell32: { SHFileOperationW } },
    kernel32: { GetDriveTypeW: () => kind },
  } as unknown as Api;
  return { api, calls: () => calls };
}

async function thrown(name: string, deed: (file: string) => void, kind?: number) {
  const file = path.join(top, name);
  writeFileSync(file, 'x');
  const { api, calls } = shell(deed, file, kind);
  const thing = { file, identity: identityOf(file) ?? '' };
  const [said] = await recycle(api, [thing], () => [path.join(top, 'bin')]);
  return {
    ...said,
    calls: calls(),
    isThere: lstatSync(file, { throwIfNoEntry: false }) !== undefined,
  };
}

describe('the recycle bin', () => {
  it('is named only where the file was seen in it', async () => {
    const bin = path.join(top, 'bin');
    mkdirSync(bin);
    const moved = await thrown('a', (file) => renameSync(file, path.join(bin, '$RABCDE')));
    expect(moved).toMatchObject({ trashed: true, to: 'recycle bin' });
    const nuked = await thrown('a', (file) => rmSync(file));
    expect(nuked).toMatchObject({ trashed: false, code: 'not-in-trash' });
  });

  it('is not asked about a name that Win32 takes for another file’s', async () => {
    for (const name of ['kept.db.', 'kept.db ', 'con', 'aux.txt', 'NUL', '"b "', 'com1'])
      expect(await thrown(name, (file) => rmSync(file))).toMatchObject({
        ...{ trashed: false, code: 'no-trash', calls: 0, isThere: true },
      });
  });

  it.each([2, 4, 5])('is not asked for a drive of kind %i, which has none', async (kind) =>
    expect(await thrown('a', (file) => rmSync(file), kind)).toMatchObject({
      calls: 0,
      isThere: true,
    }),
  );
});

it.each(['C:/a/b.txt', 'D:/微信 文件/.x', 'C:\\a.b\\c', 'C:/console/auxiliary.txt'])(
  '%s is a plain path',
  (file) => expect(isPlainPath(file)).toBe(true),
);
