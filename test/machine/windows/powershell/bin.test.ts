import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { TrashFiles } from '../../../../shared/machine/files/disk.ts';
import { identityOf } from '../../../../shared/machine/files/unit.ts';
import { toBin } from '../../../../shared/machine/windows/powershell/bin.ts';
import { folder, tidy } from '../../linux/actors.ts';

tidy();

/** PowerShell is not asked here: a launcher has its own way into the bin. */
const starter = { env: {}, run: () => Promise.reject(new Error('nobody asks')) };

it('a launcher is believed of what is seen in the recycle bin, and of nothing else', async () => {
  const home = folder();
  const bin = path.join(home, '$Recycle.Bin/S-1-5-21');
  mkdirSync(bin, { recursive: true });
  const things = ['a', 'b'].map((name) => {
    const file = path.join(home, name);
    writeFileSync(file, name);
    return { file, identity: identityOf(file) ?? '' };
  });
  const half: TrashFiles = async ([first = '', ...rest]) => {
    renameSync(first, `${bin}/$RAB12CD.txt`);
    for (const one of rest) rmSync(one);
  };
  expect(await toBin(starter, things, half, () => [bin])).toEqual([
    { trashed: true, to: `${bin}/$RAB12CD.txt` },
    { trashed: false, code: 'not-in-trash', why: 'not seen in the trash' },
  ]);
});
