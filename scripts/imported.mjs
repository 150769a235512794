import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Imports a TypeScript file, which Node 20 cannot. */
export async function imported(root, file) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-import-'));
  const outfile = path.join(folder, 'made.mjs');
  try {
    await build({ absWorkingDir: root, entryPoints: [file], bundle: true, format: 'esm', outfile });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
