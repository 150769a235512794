import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isBehindLink } from '../../../shared/machine/files/dir-handle.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

it('a link is seen anywhere on the way, where a folder that is held open does not tell its path', () => {
  const top = folder();
  mkdirSync(path.join(top, 'real/below'), { recursive: true });
  symlinkSync(path.join(top, 'real'), path.join(top, 'link'));
  expect(isBehindLink(path.join(top, 'real/below'))).toBe(false);
  expect(isBehindLink(path.join(top, 'real/missing/below'))).toBe(false);
  expect(isBehindLink(path.join(top, 'link/below'))).toBe(true);
  expect(isBehindLink(path.join(top, 'link'))).toBe(true);
});
