import { chownSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearAway } from '../clear-away.ts';
import { LONG, reporter } from '../machine/purge/long.ts';
import { account, isRoot } from './account.ts';
import { compile, missing, type Programs } from './programs.ts';
import { STARTS_IN_A_WORLD, world } from './start.ts';
import { Strangers } from './strangers.ts';
import { Tally } from './tally.ts';
import { trial, type Setting } from './trial.ts';

const STARTS = LONG ? Number(process.env['CLEAN_EXIT_STARTS'] ?? 2_000) : 24;
const title = 'Oracle by the kernel';
const lacks = missing();

describe.skipIf(lacks !== undefined)(`${title}${lacks === undefined ? '' : `: ${lacks}`}`, () => {
  let programs: Programs;
  let setting: Setting;

  beforeAll(async () => {
    programs = compile();
    const real = path.join(programs.top, 'var/home/u');
    mkdirSync(path.join(real, '.local/state'), { recursive: true });
    symlinkSync('var/home', path.join(programs.top, 'home'));
    for (const one of [real, path.join(real, '.local'), path.join(real, '.local/state')])
      chownSync(one, account.uid, account.gid);
    const homes = { real, link: path.join(programs.top, 'home/u') };
    const strangers = await Strangers.start(programs, real);
    setting = { programs, homes, strangers, tally: new Tally() };
  });

  afterAll(async () => {
    await setting.strangers.end();
    clearAway(programs.top);
  });

  it(
    `never hears "gone" of a client that lives, nor sees a stranger touched or doubted`,
    { timeout: LONG ? 3_600_000 : 60_000 },
    async () => {
      const { seed, report } = reporter(title);
      const { tally } = setting;
      await fc.assert(
        fc.asyncProperty(world, async (one) => {
          tally.starts += one.starts.length;
          expect(await trial(one, setting)).toEqual([]);
        }),
        { ...(seed === undefined ? {} : { seed }), numRuns: STARTS / STARTS_IN_A_WORLD },
      );
      const as = isRoot ? 'by root for a plain account' : 'as a plain user';
      report(tally.starts, `${tally.counts}; ${as}; ${tally.answers}`);
      expect(await setting.strangers.touched()).toEqual([]);
    },
  );
});
