import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt, removeAt } from '../files/tree.ts';
import { asidesIn, census, leavesIn } from './census.ts';
import { LONG } from './long.ts';
import { buildPurge, purgeWith } from './stepped.ts';
import { orphansIn, trashedIn } from './trashed.ts';

tidy();

const WORKER = path.resolve('dist/worker.cjs');
const ASIDE = `.clean-exit-${'a'.repeat(32)}`;
const GOES = [
  ...['u/cache/a', 'u/cache/deep/b', 'u/cache/deep/more/c', 'u/cache/sub/d'],
  ...['v/cache/1', 'v/cache/2/3', `w/${ASIDE}/cache/old`, 'w/cache/new'],
];
const STAYS = ['u/cache/sub/mine.db', 'u/db_storage/message.db', 'u/letter', 'v/other/1'];
/** What slipped into a folder that an interrupted run had set aside, and where it belongs. */
const SLIPPED = [`w/${ASIDE}/cache/deep/slipped.db`, 'w/cache/deep/slipped.db'] as const;

let program: string;
beforeAll(async () => {
  program = await buildPurge(folder());
});

function stage(): { readonly top: string; readonly data: string } {
  const made = folder();
  const [top, data] = [path.join(made, 'chat'), path.join(made, 'data')];
  mkdirSync(data);
  put(top, ...GOES, ...STAYS, SLIPPED[0]);
  for (const name of [...GOES, ...STAYS, SLIPPED[0]])
    writeFileSync(path.join(top, name), path.basename(name).padEnd(5_000, '.'));
  return { top, data };
}

type Way = 'good' | 'trash';

/** Runs it until right before its n-th step; answers whether there was such a step. */
async function killedAt(step: number, at: ReturnType<typeof stage>, way: Way, worker?: string) {
  const { signal, exitCode } = await purgeWith(program, { ...at, way, worker }, { at: step });
  expect(signal === 'SIGKILL' || exitCode === 0, `${signal} ${exitCode}`).toBe(true);
  return signal === 'SIGKILL';
}

const holds = (name: string): string => path.basename(name).padEnd(5_000, '.');

/** Nothing is lost in between: what stays is there, wherever a kill left it. */
function expectNothingLost({ top, data }: ReturnType<typeof stage>, way: Way): void {
  const names = leavesIn(census(top)).map(([file]) => path.basename(file));
  for (const name of [...STAYS, SLIPPED[1]]) expect(names).toContain(path.basename(name));
  if (way === 'good') return;
  const trashed = trashedIn(data).map(({ was }) => path.basename(was));
  expect([...names, ...trashed]).toEqual(
    expect.arrayContaining(GOES.map((one) => path.basename(one))),
  );
  expect(orphansIn(data).length).toBeLessThanOrEqual(2);
}

async function expectFinished(at: ReturnType<typeof stage>, way: Way): Promise<void> {
  const { top, data } = at;
  const question = questionAt(top, ['{root}/*/cache/**']);
  const removal = await removeAt(question, data, { permanently: way === 'good' });
  expect(removal.refusals).toEqual([]);
  const after = census(top);
  expect(
    leavesIn(after)
      .map(([file]) => path.relative(top, file))
      .sort(),
  ).toEqual([...STAYS, SLIPPED[1]].sort());
  for (const name of [...STAYS, SLIPPED[1]])
    expect(after.get(path.join(top, name))?.bytes, holds(name)).toBe(8_192);
  expect(asidesIn(after)).toEqual([]);
  if (way === 'trash')
    expect(
      trashedIn(data)
        .map(({ was }) => path.basename(was))
        .sort(),
    ).toEqual(GOES.map((one) => path.basename(one)).sort());
}

/** Killed a second time only in a long run. */
const WAYS: readonly (readonly [string, Way, string | undefined, number])[] = [
  ['for good', 'good', undefined, 0],
  ['for good and once more while it is finished', 'good', undefined, 7],
  ['for good by workers', 'good', WORKER, 0],
  ['into the trash', 'trash', undefined, 0],
  ['into the trash and once more while it is finished', 'trash', undefined, 7],
];

describe('a purge that is killed', () => {
  it.each(WAYS.filter(([, , , again]) => LONG || again === 0))(
    'at any step is finished by the next one: %s',
    async (_, way, worker, again) => {
      let steps = 0;
      for (let step = 1; ; step++) {
        const at = stage();
        const isKilled = await killedAt(step, at, way, worker);
        if (isKilled) expectNothingLost(at, way);
        if (isKilled && again > 0) {
          await killedAt(1 + ((step * again) % 11), at, way);
          expectNothingLost(at, way);
        }
        await expectFinished(at, way);
        rmSync(path.dirname(at.top), { recursive: true });
        if (!isKilled) break;
        steps = step;
      }
      expect(steps).toBeGreaterThan(worker ? 8 : 20);
    },
    120_000,
  );
});
