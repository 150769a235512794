import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { ALWAYS, back } from '../../../shared/machine/files/bring-back.ts';
import { giveBack } from '../../../shared/machine/files/move-home.ts';
import { identityOf } from '../../../shared/machine/files/unit.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

/**
 * NTFS numbers a file with 64 bits, of which the upper 16 count how often its record was used: from 32 times on Node's
 * plain numbers round them, and files that were made one after the other have one number (nodejs/node issue 12115).
 */
vi.mock(import('node:fs'), async (original) => {
  const fs = await original();
  const large = (stats: unknown): unknown =>
    stats instanceof fs.Stats ? Object.assign(stats, { ino: 2 ** 60 }) : stats;
  const lstat = (...given: Parameters<typeof fs.lstatSync>): unknown =>
    large(fs.lstatSync(...given));
  const fstat = (fd: number): unknown => large(fs.fstatSync(fd));
  return {
    ...fs,
    lstatSync: lstat as typeof fs.lstatSync,
    fstatSync: fstat as typeof fs.fstatSync,
  };
});

const laid = (file: string, text: string): string => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

it('a file in the trash is not taken for the new one at its place', async () => {
  const top = folder();
  const to = laid(path.join(top, 'Trash/files/cache/a'), 'of before');
  const from = laid(path.join(top, 'u/cache/a'), 'new');
  const thing = { file: path.dirname(from), identity: identityOf(path.dirname(to)) ?? '' };
  const went = await back(thing, path.dirname(to), false, ALWAYS);
  expect(went).toEqual({ went: 0, stays: [{ path: to, why: 'occupied' }] });
  expect([to, from].map((file) => readFileSync(file, 'utf8'))).toEqual(['of before', 'new']);
});

it('a file that was set aside is not taken for the new one at its place', () => {
  const top = folder();
  const aside = path.join(top, `.clean-exit-${'0'.repeat(32)}`);
  const held = laid(path.join(aside, 'cache/a'), 'of before');
  const home = laid(path.join(top, 'cache/a'), 'new');
  expect(giveBack({ file: aside, identity: identityOf(aside) ?? '' })).toEqual([held]);
  expect(existsSync(held)).toBe(true);
  expect([held, home].map((file) => readFileSync(file, 'utf8'))).toEqual(['of before', 'new']);
});
