import { lstatSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Guard } from '../../../shared/machine/files/guard.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

/** A file system that goes on listing a name under which nothing can be found. */
class Stuck extends Guard {
  override list(): readonly string[] {
    return ['ghost'];
  }
}

it('takes a listed name that cannot be looked at for something that stays, not for nothing', () => {
  const top = folder();
  const [stuck, plain] = [new Stuck(0, new Set()), new Guard(0, new Set())];
  expect(stuck.mine(path.join(top, 'ghost'), lstatSync(top))).toBeUndefined();
  expect(stuck.refusals).toMatchObject([{ code: 'denied', detail: 'ENOENT' }]);
  expect(plain.mine(path.join(top, 'ghost'), lstatSync(top))).toBeUndefined();
  expect(plain.refusals).toEqual([]);
});
