import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { folder } from '../tidy.ts';
import type { Edit } from './changes.ts';

/** A copy of all tracked files in a temporary folder, with the packages of this checkout. */
export function copyOfSources(): { readonly at: string; readonly end: () => Promise<void> } {
  const { path: at, end } = folder('change');
  const tracked = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      encoding: 'utf8',
    },
  );
  for (const file of tracked.split('\0').filter((one) => /\.([cm]?[jt]s|tsx|json)$/.test(one)))
    cpSync(file, path.join(at, file));
  for (const packages of ['node_modules', 'raycast/node_modules'])
    symlinkSync(path.resolve(packages), path.join(at, packages));
  // Raycast's tool writes its types; a checkout has them once it was built.
  cpSync('raycast/raycast-env.d.ts', path.join(at, 'raycast/raycast-env.d.ts'));
  return { at, end };
}

/** Makes one edit in a copy; throws where its place is not there exactly once. */
export function edit(at: string, { file, behind, text }: Edit): void {
  const target = path.join(at, file);
  if (behind === undefined) {
    mkdirSync(path.dirname(target), { recursive: true });
    return writeFileSync(target, text, { flag: 'wx' });
  }
  const [head = '', tail, ...more] = readFileSync(target, 'utf8').split(behind);
  if (tail === undefined || more.length > 0)
    throw new Error(
      `test/bench/change/changes.ts: ${file} has not exactly one ${JSON.stringify(behind)}`,
    );
  return writeFileSync(target, `${head}${behind}${text}${tail}`);
}

/** Remembers how these files of a copy are now; the answer brings them back. */
export function undoing(at: string, files: readonly string[]): () => void {
  const texts = files.map((file) => {
    const target = path.join(at, file);
    return [target, existsSync(target) ? readFileSync(target) : undefined] as const;
  });
  return () => {
    for (const [target, text] of texts)
      if (text === undefined) rmSync(target);
      else writeFileSync(target, text);
  };
}
