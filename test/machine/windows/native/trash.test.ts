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

interface Computer {
  /** The thing is handed over a second time. */
  readonly twice?: true;
  /** What GetDriveTypeW says. */
  readonly kind?: number;
  /** Numbers by the last part of their key, a blank and their name. */
  readonly registry?: Readonly<Record<string, number>>;
}

/** A shell that answers 0 and does this with the file, or never answers. */
function shell(
  deed: (file: string) => void | 'hang',
  file: string,
  { kind = 3, registry = {} }: Computer,
) {
  let calls = 0;
  const SHFileOperationW = {
    async: (_: Buffer, done: (error: null, value: number) => void) => {
      calls++;
      if (deed(file) !== 'hang') done(null, 0);
    },
  };
  const api = {
    ...{ isWine: false, address: () => 0n, shell32: { SHFileOperationW } },
    advapi32: {
      RegGetValueW: (
        ...[, key, value, , , into]: [number, string, string, number, null, Buffer]
      ) => {
        const found = registry[`${key.replace(/.*\\/, '')} ${value}`];
        if (found === undefined) return 2;
        into.writeUInt32LE(found);
        return 0;
      },
    },
    kernel32: {
      GetDriveTypeW: () => kind,
      GetVolumeNameForVolumeMountPointW: (_: string, text: Buffer) => (
        text.write('\\\\?\\Volume{1-2}\\\0', 'utf16le'),
        1
      ),
    },
  } as unknown as Api;
  return { api, calls: () => calls };
}

async function thrown(name: string, deed: (file: string) => void | 'hang', more: Computer = {}) {
  const file = path.join(top, name);
  writeFileSync(file, Buffer.alloc(3_000_000));
  const { api, calls } = shell(deed, file, more);
  const thing = { file, identity: identityOf(file) ?? '' };
  const options = { bins: () => [path.join(top, 'bin')], limitMs: 50 };
  const [said, next] = await recycle(api, more.twice ? [thing, thing] : [thing], options);
  return {
    ...said,
    next,
    calls: calls(),
    isThere: lstatSync(file, { throwIfNoEntry: false }) !== undefined,
  };
}

describe('the recycle bin', () => {
  it('is named only where the file was seen in it', async () => {
    const bin = path.join(top, 'bin');
    mkdirSync(bin);
    const moved = await thrown('a', (file) => renameSync(file, path.join(bin, '$RABCDE')));
    expect(moved).toMatchObject({ trashed: true, to: path.join(bin, '$RABCDE') });
    const nuked = await thrown('a', (file) => rmSync(file));
    expect(nuked).toMatchObject({ trashed: false, code: 'not-in-trash' });
  });

  it('is not asked about a name that Win32 takes for another file’s', async () => {
    for (const name of ['kept.db.', 'kept.db ', 'con', 'aux.txt', 'NUL', '"b "', 'com1'])
      expect(await thrown(name, (file) => rmSync(file))).toMatchObject({
        ...{ trashed: false, code: 'no-trash', calls: 0, isThere: true },
      });
  });

  it.each([
    [{ 'Explorer NoRecycleFiles': 1 }, 'a policy turns'],
    [{ '{1-2} NukeOnDelete': 1 }, 'is turned off'],
    [{ '{1-2} NukeOnDelete': 0, '{1-2} MaxCapacity': 2 }, 'larger than'],
  ])('is not asked where Windows would remove for good: %o', async (registry, why) =>
    expect(await thrown('a', (file) => rmSync(file), { registry })).toMatchObject({
      ...{ trashed: false, code: 'no-trash', calls: 0, isThere: true },
      why: expect.stringContaining(why) as string,
    }),
  );

  it('is asked where it is large enough', async () => {
    const registry = { '{1-2} NukeOnDelete': 0, '{1-2} MaxCapacity': 3 };
    expect(await thrown('a', () => {}, { registry })).toMatchObject({ calls: 1, code: 'denied' });
  });

  it('is given up where it does not answer, and gets nothing more', async () => {
    const hanging = await thrown('a', () => 'hang', { twice: true });
    expect(hanging).toMatchObject({ trashed: false, code: 'no-trash', calls: 1, isThere: true });
    expect(hanging.next).toMatchObject({ trashed: false, why: 'the recycle bin does not answer' });
  });

  it.each([2, 4, 5])('is not asked for a drive of kind %i, which has none', async (kind) =>
    expect(await thrown('a', (file) => rmSync(file), { kind })).toMatchObject({
      calls: 0,
      isThere: true,
    }),
  );
});

it.each(['C:/a/b.txt', 'D:/微信 文件/.x', 'C:\\a.b\\c', 'C:/console/auxiliary.txt'])(
  '%s is a plain path',
  (file) => expect(isPlainPath(file)).toBe(true),
);
