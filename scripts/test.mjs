// npm test: format, lint, types and all tests, by project; `npm run test:quick` the first of them alone.
// What stands behind `--` goes to vitest, which then runs alone: npm test -- --project unit test/core.
import path from 'node:path';
import { installForeign } from './install.mjs';
import { makeReady, TOP } from './ready.mjs';
import { check } from './test/checks.mjs';
import { installDebianPackages } from './test/debian.mjs';
import { asPlainUser, asWeAre } from './test/runs.mjs';
import { vitest } from './test/vitest.mjs';

/** These start, ask and end processes as people do: as a plain user, from whom the system hides things. */
const PLAIN = ['system', 'browser', 'wine'];
/** This as well, in a pid namespace that nobody else uses. */
const ALONE = ['alone'];
/** These write into dist/, or have to be root. */
const OWN = ['root', 'pack'];

const quick = process.argv[2] === 'quick';
const given = process.argv.slice(quick ? 3 : 2);
await makeReady({ products: quick ? [] : undefined });
if (!quick) {
  installDebianPackages(TOP);
  // Windows' Node, for Wine; a plain user may not install it.
  await installForeign(path.join(TOP, 'test/wine'));
}

const counts = [];
/** Names of the checks that failed. */
const checks = [];
async function run(args, as) {
  const how = as(TOP);
  try {
    counts.push(await vitest(args, how));
  } finally {
    how.end();
  }
}
if (given.length > 0) await run(given, asWeAre);
else {
  const [, wrong] = await Promise.all([run(['--project', 'unit'], asPlainUser), check(TOP)]);
  for (const { name, said } of wrong) {
    fail(`${name}:\n${said}`);
    checks.push(name);
  }
  if (!quick) {
    await run(flags(PLAIN), asPlainUser);
    await run(flags(ALONE), asPlainUser);
    await run(flags(OWN), asWeAre);
  }
}

const sum = (name) => counts.reduce((all, one) => all + one[name], 0);
if (counts.some(({ ok }) => !ok)) process.exitCode = 1;
const beside = checks.length > 0 ? `; failed besides: ${checks.join(', ')}` : '';
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped${beside}`);

function flags(projects) {
  return projects.flatMap((name) => ['--project', name]);
}

function fail(complaint) {
  console.error(complaint);
  process.exitCode = 1;
}
