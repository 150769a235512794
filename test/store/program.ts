import path from 'node:path';
import { build } from 'esbuild';
import { folder } from '../machine/linux/actors.ts';

/** A program of its own with these lines, which may import from the repository's top. */
export async function program(lines: string): Promise<string> {
  const file = path.join(folder(), 'program.mjs');
  await build({
    stdin: { contents: lines, resolveDir: '.' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
  });
  return file;
}
