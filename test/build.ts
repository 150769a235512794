import { execFileSync } from 'node:child_process';

/** The command line and the practice client are tested as they are shipped: built. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' });
}
