import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The products are tested as they are shipped: what is older than its sources is built first. */
export default async function setup(): Promise<void> {
  if (process.env['CLEAN_EXIT_BUILT']) return; // By npm test, which starts us.
  await promisify(execFile)(process.execPath, ['scripts/ready.mjs']);
}
