import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinPrograms,
  parseRows,
  PS_ARGUMENTS,
  PS_COLUMNS,
  PS_PROGRAMS,
} from '../../../shared/machine/parse/ps.ts';
import { unvis } from '../../../shared/machine/parse/vis.ts';
import { RECORDED } from './double/ps-recorded.ts';
import { table } from './double/ps.mjs';
import type { Real } from './double/real.mjs';

/** What two starts of ps print of these processes, read as one list. */
const read = (all: readonly Real[], locale?: 'C' | 'UTF-8') =>
  joinPrograms(table(all, PS_PROGRAMS, locale), table(all, PS_ARGUMENTS, locale));

const ONE = {
  ...{ pid: 7, parent: 1, owner: 501, state: 'S', resident: 1, began: 1.8e9 },
  ...{ name: 'WeChat', args: ['/Applications/WeChat.app/Contents/MacOS/WeChat'] },
};

/** Names as people and installers give them; none begins or ends with a space, or looks like notation. */
const name = fc
  .array(
    fc.constantFrom(
      'a',
      'Z',
      '9',
      ' ',
      '.',
      '-',
      '(',
      ')',
      '微',
      '信',
      'é',
      '\n',
      '𠮷',
      '😀',
      '\\',
    ),
  )
  .map((letters) => `/Applications/${letters.join('')}.app/x`)
  .filter((text) => !text.includes('\\0'));
const row: fc.Arbitrary<Real> = fc.record({
  ...{ pid: fc.integer({ min: 1, max: 99_999 }), parent: fc.integer({ min: 0, max: 99_999 }) },
  ...{ owner: fc.integer({ min: -2, max: 503 }), resident: fc.integer({ min: 0, max: 9_999_999 }) },
  began: fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }),
  ...{ state: fc.constantFrom('S', 'R', 'U', 'Z'), name: fc.constant('x') },
  args: fc
    .tuple(name, fc.constantFrom('--type=renderer', '-psn_0_1', '企业 微信'))
    .map((all) => [...all]),
});
const rows = fc.uniqueArray(row, { minLength: 2, maxLength: 12, selector: ({ pid }) => pid });

describe('what ps of macOS prints', () => {
  it('is read as it was meant, whatever letters, spaces and line feeds names hold', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('C', 'UTF-8'), (all, locale) => {
        expect(read(all, locale)).toEqual({
          known: true,
          value: all.map(({ pid, parent, owner, resident, began, state, args }) => ({
            ...{ pid, parent, owner: String(owner), resident: resident * 1_024 },
            ...{ startTime: String(began), gone: state === 'Z' },
            first: state === 'Z' ? '<defunct>' : args[0],
            args: state === 'Z' ? undefined : args.join(' '),
            silent: state === 'Z',
          })),
        });
      }),
    );
  });

  it('is unknown as a whole as soon as one line is broken: nobody is left out', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.constantFrom('cut', 'empty', 'strange'), (all, at, how) => {
        const whole = [PS_COLUMNS, PS_PROGRAMS, PS_ARGUMENTS].map((names) => table(all, names));
        const [rowsOnly = '', programs = '', args = ''] = whole.map((text) => {
          const lines = text.trimEnd().split('\n');
          const which = at % lines.length;
          const line = { cut: lines[which]?.slice(0, 20), empty: '', strange: 'ps: sysctl failed' };
          return `${lines.with(which, line[how] ?? '').join('\n')}\n`;
        });
        expect(parseRows(rowsOnly).known).toBe(false);
        expect(joinPrograms(programs, whole[2] ?? '').known).toBe(false);
        expect(joinPrograms(whole[1] ?? '', args).known).toBe(false);
      }),
    );
  });

  it('tells that the kernel shows no arguments from a program in brackets', () => {
    const seen = read([
      { ...ONE, args: [''] },
      { ...ONE, pid: 8, args: ['(tool)', 'x'] },
    ]);
    expect(seen.known && seen.value).toMatchObject([
      { first: '(WeChat)', args: undefined, silent: true },
      { first: '(tool)', args: '(tool) x', silent: false },
    ]);
  });

  it('joins its two lists by pid and start time, and believes only arguments of that program', () => {
    const [programs, args] = [PS_PROGRAMS, PS_ARGUMENTS];
    const first = (one: Real) => table([one], programs);
    const argumentsOf = (later: Partial<Real> | undefined) => {
      const text = later === undefined ? '' : table([{ ...ONE, ...later }], args);
      const joined = joinPrograms(first(ONE), text);
      return joined.known && joined.value.map((row) => row.args);
    };
    const path = ONE.args[0] ?? '';
    expect(argumentsOf({ args: [path, '-x'] })).toEqual([`${path} -x`]);
    for (const later of [
      undefined, // It ended in between.
      { args: [''] }, // It is ending.
      { began: 1.8e9 + 1 }, // Another process has its pid.
      { args: [`${path}AppEx`, '-x'] }, // It has become another program.
    ])
      expect(argumentsOf(later)).toEqual([undefined]);
  });

  describe.each(RECORDED.map((one) => [one.source, one] as const))('as in %s', (_, recorded) => {
    const all = recorded.printed.map((line, at) => {
      const program = recorded.programs[at] ?? '';
      const rest = line.slice(17 + program.length + 1);
      return { ...ONE, pid: at + 1, args: [program, ...(rest === '' ? [] : [rest])] };
    });

    it('is printed by the stand-in, byte by byte', () => {
      expect(table(all, ['comm', 'args'])).toBe(`${recorded.printed.join('\n')}\n`);
    });

    it('is read with whole names', () => {
      const seen = read(all);
      expect(seen.known && seen.value.map(({ first }) => first)).toEqual(recorded.programs);
      expect(seen.known && seen.value.map(({ args }) => args)).toEqual(
        recorded.printed.map((line) => line.slice(17)),
      );
    });
  });

  it.each([
    ['M-eM->M-.M-dM-?M-!', '微信'],
    ['M-CM- ', 'M-CM- '],
    ['caM-CM-)', 'caé'],
    ['M-CM\\240', 'M-CM\\240'],
    ['M-C\\240', 'à'],
    ['CRM-Tool', 'CRM-Tool'],
    ['CRM-M-eM->M-.', 'CRM-微'],
    ['two\\012lines', 'two\nlines'],
    ['微信', '微信'],
  ])('%s is %s', (text, meant) => {
    expect(unvis(text)).toBe(meant);
  });
});
