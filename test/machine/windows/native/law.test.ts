import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectFoundByAssertion } from '../../../laws/hold.ts';
import { LONG, reporter } from '../../../machine/purge/long.ts';
import type { Program } from './double.ts';
import { seen, seenByPowershell, verdict } from './seen.ts';
import { worlds, type World } from './worlds.ts';

const RUNS = LONG ? 2_000 : 200;
const WAYS = [
  ['Windows’ own functions', seen],
  ['PowerShell', seenByPowershell],
] as const;

const notGone =
  (look: typeof seen) =>
  ({ client, its, others }: World): void => {
    expect(verdict(client, look(client, its, ...others))).not.toBe('gone');
  };

describe.each(WAYS)('looked at by %s', (name, look) => {
  it('a client is never gone while a program of it runs', () => {
    const { seed, report } = reporter(`never gone on Windows by ${name}`);
    fc.assert(fc.property(worlds, notGone(look)), {
      ...{ numRuns: RUNS },
      ...(seed === undefined ? {} : { seed }),
    });
    report(RUNS, 'none is called gone');
  });

  it('a client is gone where only programs of nobody run', () =>
    fc.assert(
      fc.property(worlds, ({ client, others }) => {
        expect(verdict(client, look(client, ...others))).toBe('gone');
      }),
      { numRuns: 50 },
    ));

  it.each<[string, (its: Program) => Program]>([
    ['forgets the name that a program was started by', (its) => ({ ...its, name: 'a.exe' })],
    ['takes every error for the proof that it left', (its) => ({ ...its, ...closed(its) })],
    ['counts what denies itself to another session', (its) => ({ ...its, session: 2 })],
  ])('the law finds a look that %s', (_, fault) => {
    const faulty: typeof seen = (client, ...[its, ...others]) =>
      look(client, ...(its ? [fault(its)] : []), ...others);
    const found = fc.check(fc.property(worlds, notGone(faulty)), { numRuns: 500 });
    expectFoundByAssertion(found.errorInstance);
  });
});

const closed = ({ refused }: Program): Partial<Program> =>
  refused === undefined ? {} : { refused: 87 };
