import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import type { Tier } from '../../../shared/core/model.ts';
import { listFiles } from '../../../shared/machine/files/list.ts';
import type { ScanRequest, ScanRules } from '../../../shared/machine/files/scan-request.ts';
import { UNIX_SOCKETS } from '../../../shared/machine/files/sockets.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put, questionAt, removeAt } from '../files/tree.ts';
import { asidesIn, census, freed, isSame, leavesIn, vanished, type Census } from './census.ts';
import { CLIENTS, type Placed } from './clients.ts';
import { plant, things, type Stock } from './forest.ts';
import { LONG, RUNS, reporter } from './long.ts';
import { oracleOf, placeOf } from './oracle.ts';
import { asNobody, give, isRoot, UID } from './rights.ts';
import { trashedIn } from './trashed.ts';
import { clearAway } from '../../clear-away.ts';
import { roomyFolder } from '../../roomy.ts';

tidy();
// A long run is on a disk, which gives the inodes of what went to what comes.
if (!LONG) vi.stubEnv('TMPDIR', roomyFolder(200_000_000));

const TIERS: readonly Tier[] = ['cache', 'leftover', 're-download', 'your-files'];
const WORKER = path.resolve('dist/worker.cjs');
/** Of such a refusal it follows that something may be left. */
const LEFT = /^(denied|changed|other-owner|no-trash)$/;

const order = fc.record({
  client: fc.nat(CLIENTS.length - 1),
  tiers: fc.oneof(fc.constant([...TIERS]), fc.subarray([...TIERS], { minLength: 1 })),
  permanently: fc.boolean(),
  // Starting them takes time.
  workers: fc.nat(9).map((n) => n === 0),
  asNobody: fc.boolean(),
});

let sockets: string;
beforeAll(async () => {
  sockets = folder();
  const server = createServer().listen(path.join(sockets, 'alive'));
  await once(server, 'listening');
  renameSync(path.join(sockets, 'alive'), path.join(sockets, 'socket'));
  server.close();
  await once(server, 'close');
  execFileSync('mkfifo', [path.join(sockets, 'pipe')]);
});

interface Stage extends Stock {
  readonly top: string;
  readonly data: string;
  readonly placed: Placed;
}

function stageFor(client: number): Stage {
  const top = folder();
  const [outside, data] = [path.join(top, 'outside'), path.join(top, 'data')];
  for (const one of [outside, data]) mkdirSync(one);
  writeFileSync(path.join(outside, 'letter'), 'mine');
  const placed = CLIENTS[client]?.(top);
  if (!placed) throw new Error('no such client');
  for (const root of placed.roots) mkdirSync(root.path, { recursive: true });
  const stock = { socket: path.join(sockets, 'socket'), pipe: path.join(sockets, 'pipe') };
  return { top, data, outside, placed, ...stock };
}

function questionOf({ placed }: Stage, tiers: readonly Tier[], uid: number): ScanRequest {
  const terms: ScanRules = { ...placed, tiers, uid, host: 'desk', sockets: UNIX_SOCKETS };
  return { terms, mounts: new Set(), accounts: [] };
}

/** Every law that concerns what is there afterwards. */
function expectKept(terms: ScanRules, before: Census, after: Census): void {
  const oracle = oracleOf(terms);
  for (const [file, thing] of before) {
    const isInside = terms.roots.some((root) => file.startsWith(`${root.path}/`));
    const now = after.get(file);
    if (!isInside) {
      const isRoot = terms.roots.some((root) => root.path === file);
      expect({ ...now, mtimeMs: isRoot ? 0 : now?.mtimeMs }, file).toEqual({
        ...thing,
        mtimeMs: isRoot ? 0 : thing.mtimeMs,
      });
    } else if (thing.kind === 'folder') {
      if (oracle.folderStays(file) && !file.includes('/.clean-exit-'))
        expect(now?.kind, file).toBe('folder');
    } else if (!oracle.mayGo(file, thing))
      expect(isSame(thing, now ?? after.get(placeOf(file))), file).toBe(true);
    else if (now) {
      // It is what it was, or what was given back to this place, or leads to such.
      const back = leavesIn(before).filter(
        ([one]) => one === file || `${placeOf(one)}/`.startsWith(`${file}/`),
      );
      const isBack = back.some(([, old]) => now.kind === 'folder' || isSame(old, now));
      expect(isBack, file).toBe(true);
    }
  }
  const known = new Set([...before.keys()].map(placeOf));
  for (const file of after.keys()) expect(before.has(file) || known.has(file), file).toBe(true);
}

const isAbove = (file: string) => (folder: string) => file.startsWith(`${folder}/`);

const { report, seed } = reporter('law');

it(
  'no protected byte is ever lost, whatever the tree, the client, the tiers and the way',
  async () => {
    let [moved, whole] = [0, 0];
    await fc.assert(
      fc.asyncProperty(things, order, async (planned, wanted) => {
        const stage = stageFor(wanted.client);
        const open = plant(stage.placed, planned, stage);
        if (wanted.asNobody) give(stage.top);
        const uid = wanted.asNobody && isRoot ? 65_534 : UID;
        const question = questionOf(stage, wanted.tiers, uid);
        const before = census(stage.top, stage.data);
        const { permanently } = wanted;
        const how = { permanently, ...(wanted.workers ? { worker: WORKER, worthWorkers: 0 } : {}) };
        const purge = () => removeAt(question, stage.data, how);
        const removal = await (wanted.asNobody ? asNobody(purge) : purge());
        const after = census(stage.top, stage.data);
        expectKept(question.terms, before, after);
        expect(removal.files).toBe(vanished(before, after, placeOf));
        expect(removal.bytes).toBe(freed(before, after));
        const oracle = oracleOf(question.terms);
        for (const { was, thing } of trashedIn(stage.data)) {
          const had = leavesIn(before).filter(([file]) => placeOf(file) === placeOf(was));
          expect(
            had.some(([, old]) => isSame(old, thing)),
            was,
          ).toBe(true);
          expect(oracle.mayGo(was, thing), was).toBe(true);
        }
        const again = () => listFiles(question);
        const rest = await (wanted.asNobody ? asNobody(again) : again());
        if (!removal.refusals.some(({ code }) => LEFT.test(code))) {
          expect(rest.listing.files).toBe(0);
          if (removal.files > 0) whole++;
        }
        // Where something of an interrupted run went, nothing of it is left.
        if (removal.refusals.length === 0)
          for (const [file, thing] of leavesIn(before))
            if (oracle.mayGo(file, thing))
              expect(asidesIn(after).filter(isAbove(file))).toEqual([]);
        moved += removal.files;
        open();
        clearAway(stage.top);
      }),
      {
        numRuns: RUNS.law,
        // Making a counter-example smaller must not take for ever.
        interruptAfterTimeLimit: LONG ? 3_000_000 : 150_000,
        markInterruptAsFailure: true,
        ...(seed === undefined ? {} : { seed }),
      },
    );
    expect(moved).toBeGreaterThan(RUNS.law);
    expect(whole).toBeGreaterThan(RUNS.law / 4);
    report(RUNS.law, `${moved} files went`);
  },
  LONG ? 3_600_000 : 180_000,
);

it.each([undefined, WORKER])(
  'a file with names in several folders goes at once (%s)',
  async (worker) => {
    const top = folder();
    const names = ['u/cache/1/a', 'u/cache/1/b', 'u/cache/2/a', 'u/cache/3/a', 'v/cache/mine.db'];
    put(top, 'u/cache/a', 'v/cache/mine.db');
    for (const name of names.slice(0, 4)) {
      mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
      linkSync(path.join(top, 'u/cache/a'), path.join(top, name));
    }
    const how = worker === undefined ? {} : { worker, worthWorkers: 0 };
    const question = questionAt(top, ['{root}/*/cache/**']);
    const removal = await removeAt(question, folder(), { permanently: true, ...how });
    expect(removal).toMatchObject({ files: 5, bytes: 8_192, refusals: [] });
  },
);
