'use strict';
// Runs the built command line; a fresh checkout is installed and built first.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { headOf } = require('./checkout.cjs');
const { start } = require('./start.cjs');

const top = path.join(__dirname, '..');
const dist = path.join(top, 'dist');
const program = path.join(dist, 'clean-exit.cjs');

if (existsSync(program)) run();
else
  import('../scripts/ready.mjs')
    .then(({ makeReady, FIRST }) => makeReady({ products: FIRST, dev: false, quiet: true }))
    .then(run);

function run() {
  const head = headOf(top);
  const built = head && commitBuilt();
  if (head && built && head !== built && isOther(built, head))
    process.stderr.write(
      `clean-exit: dist/ is of commit ${built.slice(0, 7)}, this checkout is at ${head.slice(0, 7)}: npm run build\n`,
    );
  const [asked, ...more] = process.argv.slice(2);
  if (more.length === 0 && (asked === '--version' || asked === '-V')) sayVersion(built);
  else start(program, path.join(dist, 'clean-exit.cache'));
}

/** Whether what is built differs between two commits: most change other files. Git is asked in this rare case alone. */
function isOther(built, head) {
  const parts = ['shared', 'package-lock.json'];
  const asked = ['-C', top, 'diff', '--quiet', built, head, '--', ...parts];
  return spawnSync('git', asked, { stdio: 'ignore' }).status !== 0;
}

/** The commit that the build was made of, where it was made in a checkout. */
function commitBuilt() {
  try {
    return readFileSync(path.join(dist, 'commit'), 'utf8').trim();
  } catch {
    return undefined;
  }
}

function sayVersion(built) {
  const { version } = require('../package.json');
  console.log(built ? `${version} (${built.slice(0, 7)})` : version);
}
