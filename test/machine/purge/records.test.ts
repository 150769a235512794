import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { CATALOGUE, CATALOGUE_IDS } from '../../../shared/clients/index.ts';
import { editionsOn } from '../../../shared/core/client.ts';
import type { Tier } from '../../../shared/core/model.ts';
import { clearAway } from '../../clear-away.ts';
import { PLATFORMS } from '../../clients/examples.ts';
import { leavesAt, rootsAt } from '../../clients/trees/index.ts';
import { removeAt } from '../files/tree.ts';
import { folder, tidy } from '../linux/actors.ts';
import { roomyFolder } from '../../roomy.ts';
import { placesBelow } from './clients.ts';
import { plant, things } from './forest.ts';
import { LONG, RUNS, reporter } from './long.ts';
import { UID } from './rights.ts';

tidy();
if (!LONG) vi.stubEnv('TMPDIR', roomyFolder(200_000_000));

const TIERS: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files'];
/** All that a client has, and nothing beside it. */
const ALL = { tiers: [...TIERS], missing: [], beside: [] };
const HERE = CATALOGUE_IDS.flatMap((id) =>
  PLATFORMS.filter((platform) => editionsOn(CATALOGUE[id], platform).length > 0).map(
    (platform) => ({ id, platform }),
  ),
);
/** Of what the catalogue names by its whole path (`/opt`, `C:/Users/Public`) the real place is never touched. */
const inside = (top: string, place: string): string =>
  place.startsWith(`${top}/`) ? place : `${top}/absolute/${place.replace(/^\//, '')}`;

const { report, seed } = reporter('records');

it(
  'no record of any client is lost by a purge of any tiers, whatever lies beside it',
  async () => {
    let [kept, went] = [0, 0];
    const trees = fc.record({
      at: fc.nat(HERE.length - 1),
      tiers: fc.subarray([...TIERS], { minLength: 1 }),
      permanently: fc.boolean(),
      missing: fc.array(fc.nat(), { maxLength: 20 }),
      beside: things,
    });
    await fc.assert(
      fc.asyncProperty(trees, async ({ at, tiers, permanently, missing, beside }) => {
        const { id, platform } = HERE[at] ?? { id: 'wechat', platform: 'linux' };
        const top = folder();
        const places = placesBelow(top, platform);
        const client = CATALOGUE[id];
        const roots = rootsAt(id, platform, places).map((one) => ({
          ...one,
          path: inside(top, one.path),
        }));
        const all = leavesAt(id, platform, places).filter(({ kind }) => kind === undefined);
        const gone = new Set(missing.map((nth) => nth % Math.max(1, all.length)));
        const leaves = all
          .filter((_, nth) => !gone.has(nth))
          .map((leaf) => ({ ...leaf, path: inside(top, leaf.path) }));
        for (const [nth, leaf] of leaves.entries()) {
          mkdirSync(path.dirname(leaf.path), { recursive: true });
          writeFileSync(leaf.path, `${nth}`);
        }
        const outside = path.join(top, 'outside');
        mkdirSync(outside);
        for (const name of ['letter', 'socket', 'pipe']) writeFileSync(`${outside}/${name}`, name);
        const stock = { outside, socket: `${outside}/socket`, pipe: `${outside}/pipe` };
        const inodes = leaves.map((leaf) => lstatSync(leaf.path).ino);
        const open = plant({ client, platform, roots }, beside, stock);
        const terms = { client, platform, roots, tiers, uid: UID, host: 'desk' };
        const question = { terms, mounts: new Set<string>(), accounts: [] };
        const removal = await removeAt(question, path.join(top, 'data'), { permanently });
        open();
        for (const [nth, { path: file, fate }] of leaves.entries()) {
          const mayGo = tiers.some((tier) => tier === fate);
          if (mayGo && !existsSync(file)) continue;
          expect(lstatSync(file).ino, `${id} on ${platform}: ${file}`).toBe(inodes[nth]);
          expect(readFileSync(file, 'utf8'), file).toBe(`${nth}`);
          if (!mayGo) kept++;
        }
        went += removal.files;
        clearAway(top);
      }),
      {
        // Each client on each system once, with all that it has, and then chance.
        examples: HERE.map((_, at) => [{ ...ALL, at, permanently: at % 2 === 0 }] as const).map(
          ([one]): [typeof one] => [one],
        ),
        numRuns: HERE.length + RUNS.records,
        interruptAfterTimeLimit: LONG ? 1_500_000 : 150_000,
        markInterruptAsFailure: true,
        ...(seed === undefined ? {} : { seed }),
      },
    );
    expect(kept).toBeGreaterThan(RUNS.records * 10);
    expect(went).toBeGreaterThan(RUNS.records);
    report(RUNS.records, `${kept} records stayed, ${went} files went`);
  },
  LONG ? 1_800_000 : 180_000,
);
