import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrograms, parseRows, PS_COLUMNS } from '../../../shared/machine/parse/ps.ts';
import { unvis } from '../../../shared/machine/parse/vis.ts';
import { table } from './double/ps.mjs';
import type { Real } from './double/real.mjs';

const COLUMNS = [...PS_COLUMNS, 'comm', 'args'];

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
        const read = parsePrograms(table(all, COLUMNS, locale));
        // Two readings of where names end are possible by chance, and then none is believed.
        if (!read.known) return expect(read.why.detail).toMatch(/where the names end/);
        expect(read.value).toEqual(
          all.map(({ pid, parent, owner, resident, began, state, args }) => ({
            ...{ pid, parent, owner: String(owner), resident: resident * 1_024 },
            ...{ startTime: String(began), gone: state === 'Z' },
            first: state === 'Z' ? '<defunct>' : args[0],
            args: state === 'Z' ? undefined : args.join(' '),
          })),
        );
      }),
    );
  });

  it('is unknown as a whole as soon as one line is broken: nobody is left out', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.constantFrom('cut', 'empty', 'strange'), (all, at, how) => {
        const lines = table(all, PS_COLUMNS).trimEnd().split('\n');
        const which = at % lines.length;
        const broken = { cut: lines[which]?.slice(0, 40), empty: '', strange: 'ps: sysctl failed' };
        const text = lines.with(which, broken[how] ?? '').join('\n');
        expect(parseRows(`${text}\n`).known).toBe(false);
        expect(parsePrograms(`${text}\n`).known).toBe(false);
      }),
    );
  });

  it('tells that the kernel shows no arguments from a program in brackets', () => {
    const one = {
      pid: 7,
      parent: 1,
      owner: 501,
      state: 'S',
      resident: 1,
      began: 1.8e9,
      name: 'WeChat',
    };
    const other = { ...one, pid: 8, args: ['/Applications/WeChat.app/Contents/MacOS/WeChat'] };
    const read = parsePrograms(table([{ ...one, args: [''] }, other], COLUMNS));
    expect(read.known && read.value[0]).toMatchObject({ first: '(WeChat)', args: undefined });
    // It ended between the two columns: half an answer about it, and a whole one about the others.
    const late = table(
      [one, other].map((each) => ({ ...each, args: other.args })),
      COLUMNS,
    );
    const [line = '', rest = ''] = late.split('\n');
    const half = parsePrograms(`${line.slice(0, line.lastIndexOf('/App'))}(WeChat)\n${rest}\n`);
    expect(half.known && half.value.map(({ first, args }) => [first, args])).toEqual([
      [other.args[0], undefined],
      [other.args[0], other.args[0]],
    ]);
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
