import path from 'node:path';
import { wechat } from '../../../shared/clients/wechat.ts';
import { command } from '../command.ts';
import { calmDisk, usualDisk } from '../disk.ts';
import { privateEnv, privateMachine } from '../house.ts';
import { median, ms, now, quantile, ratio } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { rounds } from '../rounds.ts';
import { cacheOf, layOut, USUAL } from '../tree.ts';

const TARGET = 2.5;

/** The preview of a purge beside tools that only size a tree, warm. */
export async function previewBesideDu(): Promise<Section> {
  const disk = calmDisk() ?? usualDisk();
  layOut(disk.path, USUAL);
  const env = privateEnv(disk.path);
  const cache = cacheOf(disk.path);
  const machine = privateMachine(disk.path);
  const ours = async (): Promise<number> => {
    const began = now();
    const listed = await machine.files.list(wechat, { tiers: ['cache'] });
    if (!listed.known || listed.value.listing.files !== USUAL.files)
      throw new Error('not all seen');
    return now() - began;
  };
  const tool = async (...words: readonly string[]): Promise<number> => {
    const { began, ended } = await command(words, env);
    return ended - began;
  };
  const cases = {
    'du -s': () => tool('/usr/bin/du', '-s', cache),
    'find -printf': () => tool('/usr/bin/find', cache, '-type', 'f', '-printf', '%b %p\n'),
    'ours, the first in a process': () => fresh(env),
    'ours, in a process that runs': ours,
  };
  const times = new Map(Object.keys(cases).map((name) => [name, [] as number[]]));
  await tool('/usr/bin/du', '-s', cache);
  await rounds({ atLeast: 5, atMost: 9, ms: 30_000 }, async () => {
    for (const [name, run] of Object.entries(cases)) times.get(name)?.push(await run());
  });
  await machine.leave();
  await disk.end();
  const of = (name: string): number => median(times.get(name) ?? []);
  const share = of('ours, in a process that runs') / of('du -s');
  return {
    title: '6. The preview of a purge beside `du -s`',
    how: `${USUAL.files.toLocaleString('en')} files in ${USUAL.folders.toLocaleString('en')} folders, ${USUAL.bytes / 1e9} GB, on ${disk.what}, warm, alternating. Ours also judges every file by both locks and takes its fingerprint; as a first look without the start of Node.`,
    head: ['what', 'runs', 'median ms', 'p90 ms', '× du -s'],
    rows: [...times].map(([name, all]) => [
      ...[name, String(all.length), ms(median(all)), ms(quantile(all, 0.9))],
      ratio(median(all) / of('du -s')),
    ]),
    targets: [{ what: `≤ ${TARGET} × du -s`, measured: `${ratio(share)} ×`, met: share <= TARGET }],
  };
}

/** The first look of a new process, as it says itself. */
async function fresh(env: Readonly<Record<string, string>>): Promise<number> {
  const lister = path.join(import.meta.dirname, 'lister.mjs');
  const { out } = await command([process.execPath, lister, env['HOME'] ?? ''], env);
  return (JSON.parse(out) as { previewMs: number }).previewMs;
}
