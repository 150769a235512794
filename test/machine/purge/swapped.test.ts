import { lstatSync, mkdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { put } from '../files/tree.ts';
import { folder, tidy } from '../linux/actors.ts';
import { census, isSame } from './census.ts';
import { buildPurge, purgeWith } from './stepped.ts';

tidy();

const NAMES = ['u/cache/1', 'u/cache/2', 'u/cache/mine.db', 'u/cache/sub/3', 'u/letter'];

let program: string;
beforeAll(async () => {
  program = await buildPurge(folder());
});

describe('a link that takes the place of a folder right before a step', () => {
  it.each([
    ['the folder of the rule', 'good', 'u/cache'],
    ['the folder of the rule', 'trash', 'u/cache'],
    ['the folder above it', 'good', 'u'],
    ['the folder above it', 'trash', 'u'],
  ] as const)('leads nobody to what is behind it: %s, %s', async (_, way, swapped) => {
    for (let at = 1; ; at++) {
      const made = folder();
      const [top, outside, data] = [`${made}/chat`, `${made}/outside`, `${made}/data`];
      mkdirSync(data);
      put(top, ...NAMES);
      put(outside, ...NAMES);
      const precious = census(outside);
      const place = path.join(top, swapped);
      const step = { at, folder: place, link: path.join(outside, swapped) };
      const { exitCode, stderr } = await purgeWith(program, { top, data, way }, step);
      expect(exitCode, String(stderr)).toBe(0);
      const after = census(outside);
      for (const [file, thing] of precious) expect(isSame(thing, after.get(file)), file).toBe(true);
      const isSwapped = lstatSync(place).isSymbolicLink();
      if (isSwapped) {
        unlinkSync(place);
        renameSync(`${place}.hidden`, place);
      }
      for (const name of ['u/cache/mine.db', 'u/letter'])
        expect(lstatSync(path.join(top, name)).size, name).toBe(5_000);
      rmSync(made, { recursive: true });
      if (!isSwapped) break;
      expect(at).toBeLessThan(100);
    }
  });
});
