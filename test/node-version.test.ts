import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import lockfile from '../package-lock.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };
import guard from '../bin/node-version.cjs';

const { node } = manifest.engines;
const packages = lockfile.packages as Readonly<Record<string, { engines?: { node?: string } }>>;

describe('the Node that is needed', () => {
  it('is one that every package of the lockfile runs on', () => {
    const others = Object.entries(packages).filter(
      ([, { engines }]) => engines?.node !== undefined && !semver.subset(node, engines.node),
    );
    expect(others.map(([name, { engines }]) => `${name} ${engines?.node}`)).toEqual([]);
  });

  it('is the same in package.json and in the file that checks it', () => {
    for (let major = 10; major < 30; major++)
      for (let minor = 0; minor < 25; minor++) {
        const version = `${major}.${minor}.0`;
        expect(guard.isEnough(version), version).toBe(semver.satisfies(version, node));
      }
  });

  it.each(['bin/clean-exit.cjs', 'bin/node-version.cjs', 'scripts/with-node.cjs'])(
    'is checked by %s, which the oldest Nodes parse',
    (file) => {
      const text = readFileSync(file, 'utf8');
      expect(() => parse(text, { ecmaVersion: 5, allowHashBang: true })).not.toThrow();
    },
  );

  it('is told in one sentence, in English and in Chinese', () => {
    expect(guard.sentence('v18.19.0', 'en_US.UTF-8')).toMatch(
      /^Clean Exit needs Node\.js .*v18\.19\.0\. .*nodejs\.org/,
    );
    expect(guard.sentence('v18.19.0', 'zh_CN.UTF-8')).toMatch(
      /^净退需要 Node\.js .*v18\.19\.0。.*nodejs\.org/,
    );
  });
});
