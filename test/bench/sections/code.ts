import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { circlesIn, code } from '../../imports.ts';
import type { Section } from '../report/section.ts';
import { folder } from '../tidy.ts';

/** What the product is made of; tests, scripts and generated types are none of it. */
const PRODUCT = ['shared', 'streamdeck', 'raycast/src'];

/** Before the engine (8e0fef6), with its line of stages (24314d7), and the sources as they are committed. */
const COMMITS = ['8e0fef6', '24314d7', 'HEAD'] as const;

/** How much product code there was and is, and how many files import themselves through others. */
export async function codeOfTheProduct(): Promise<Section> {
  return {
    title: '13. The code of the product',
    how: 'Files of TypeScript below `shared`, `streamdeck` and `raycast/src`; lines without blank ones and comments. A circle is a set of files of which each imports each other one, directly or through others.',
    head: ['commit', 'files', 'lines', 'lines a file', 'circles', 'files in circles'],
    rows: await Promise.all(COMMITS.map(count)),
    targets: [],
  };
}

async function count(commit: string): Promise<readonly string[]> {
  const { path: at, end } = folder('code');
  const packed = execFileSync('git', ['archive', commit, '--', ...PRODUCT], { maxBuffer: 1e9 });
  execFileSync('tar', ['-x', '-C', at], { input: packed });
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.d\.ts$/.test(name),
  );
  const texts = new Map(files.map((name) => [name, code(path.join(at, name))]));
  const lines = [...texts.values()].flatMap((text) => text.split('\n').filter((one) => one.trim()));
  const circles = circlesIn(texts);
  await end();
  const hash = execFileSync('git', ['rev-parse', '--short', commit], { encoding: 'utf8' }).trim();
  return [
    ...[hash, String(files.length), String(lines.length)],
    (lines.length / files.length).toFixed(1),
    ...[String(circles.length), String(circles.flat().length)],
  ];
}
