import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { endWine, readyWine } from './wine/ready.ts';
import { hasWine } from './wine/wine.ts';

const run = promisify(execFile);

/** The products are tested as they are shipped: built. Wine is made ready meanwhile, and ended afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  await Promise.all([
    run(process.execPath, ['scripts/build.mjs']),
    ...(hasWine ? [readyWine()] : []),
  ]);
  return async () => {
    if (hasWine) await endWine();
  };
}
