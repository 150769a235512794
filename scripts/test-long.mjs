// npm run test:long: the laws and races of a purge over far more cases; says its seeds and its time.
import path from 'node:path';
import { run, TOP } from './ready.mjs';

const env = { ...process.env, CLEAN_EXIT_LONG: '1' };
const files = process.argv.slice(2);
run(
  process.execPath,
  [
    path.join(TOP, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...(files.length > 0 ? files : ['test/machine/purge']),
  ],
  { env },
);
