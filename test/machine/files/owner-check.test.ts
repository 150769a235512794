import path from 'node:path';
import { expect, it } from 'vitest';
import { OwnerCheck } from '../../../shared/machine/files/owner-check.ts';
import type { Names } from '../../../shared/machine/files/names.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

/** A file system that goes on listing a name under which nothing can be found. */
class Stuck extends OwnerCheck {
  override list(): Names {
    return { names: ['ghost'], asBytes: false };
  }
}

it('takes a listed name that cannot be looked at for something that stays, not for nothing', () => {
  const ghost = path.join(folder(), 'ghost');
  const [stuck, plain] = [new Stuck(0), new OwnerCheck(0)];
  stuck.vanished(ghost);
  expect(stuck.refusals).toMatchObject([{ code: 'denied', detail: 'ENOENT' }]);
  plain.vanished(ghost);
  expect(plain.refusals).toEqual([]);
});
