import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { subordinates } from '../../../shared/machine/linux/subordinate.ts';
import { folder, tidy } from './actors.ts';

tidy();

it('a user id that was given to the user for namespaces is theirs, and no other', () => {
  const file = path.join(folder(), 'subuid');
  writeFileSync(file, '4321:100000:65536\nsomebody:165536:65536\n\nbroken\n');
  const isOurs = subordinates('4321', file);
  for (const owner of ['100000', '100999', '165535']) expect(isOurs(owner), owner).toBe(true);
  for (const owner of ['0', '4321', '99999', '165536', ''])
    expect(isOurs(owner), owner).toBe(false);
  expect(subordinates('4321', `${file}-none`)('100000')).toBe(false);
});
