import { chownSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findAt, put } from '../machine/files/tree.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import { asRoot } from './as-root.ts';

tidy();

asRoot('files of another user', () => {
  it('stay, and a refusal names them', async () => {
    const top = folder();
    put(top, 'u/cache/a', 'u/cache/theirs');
    chownSync(path.join(top, 'u/cache/theirs'), 65_534, 65_534);
    const { units, listing } = await findAt(top, '{root}/*/cache/**');
    expect(units).toMatchObject([{ path: path.join(top, 'u/cache'), whole: false, files: 1 }]);
    expect(listing.refusals).toMatchObject([{ code: 'other-owner' }]);
  });
});
