import path from 'node:path';
import { command } from '../command.ts';
import { privateEnv } from '../house.ts';
import { ms, ratio } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { folder } from '../tidy.ts';
import { layOut } from '../tree.ts';
import { onMemory } from './memory.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;
const PER_FOLDER = 50;
const MOST_MB = 120;

interface Said {
  readonly files: number;
  readonly previewMs: number;
  readonly removeMs: number;
  readonly startMB: number;
  readonly previewMB: number;
  readonly removeMB: number;
}

/** How time and memory grow with the number of files; each size in a process of its own. */
export async function growth(): Promise<Section> {
  const said: Said[] = [];
  for (const files of SIZES) {
    const { path: home, end } = folder('growth', onMemory());
    layOut(home, { files, folders: files / PER_FOLDER, bytes: 0 });
    const lister = path.join(import.meta.dirname, 'lister.mjs');
    const ran = await command([process.execPath, lister, home, 'remove'], privateEnv(home));
    said.push(JSON.parse(ran.out) as Said);
    await end();
  }
  const [last, before] = [said.at(-1), said.at(-2)];
  const each = (one: Said | undefined, what: 'previewMs' | 'removeMs'): number =>
    (one?.[what] ?? NaN) / (one?.files ?? NaN);
  const linear = (what: 'previewMs' | 'removeMs'): number => each(last, what) / each(before, what);
  return {
    title: '8. How a purge grows',
    how: `Empty files, ${PER_FOLDER} in each folder, on a file system in memory; first preview and removal of a new process each, peak memory as the kernel says (node alone: ${ms(said[0]?.startMB ?? NaN)} MB).`,
    head: ['files', 'preview ms', 'µs a file', 'peak MB', 'for good ms', 'µs a file', 'peak MB'],
    rows: said.map((one) => [
      ...[one.files.toLocaleString('en'), ms(one.previewMs), micro(each(one, 'previewMs'))],
      ...[one.previewMB.toFixed(0), ms(one.removeMs), micro(each(one, 'removeMs'))],
      one.removeMB.toFixed(0),
    ]),
    targets: [
      {
        what: `preview of 1,000,000 files below ${MOST_MB} MB`,
        measured: `${last?.previewMB.toFixed(0) ?? '–'} MB`,
        met: (last?.previewMB ?? Infinity) < MOST_MB,
      },
      ...(['previewMs', 'removeMs'] as const).map((what) => ({
        what: `linear: a file of 1,000,000 costs ≤ 1.3 × one of 100,000 (${what === 'previewMs' ? 'preview' : 'for good'})`,
        measured: `${ratio(linear(what))} ×`,
        met: linear(what) <= 1.3,
      })),
    ],
  };
}

const micro = (value: number): string => (value * 1_000).toFixed(1);
