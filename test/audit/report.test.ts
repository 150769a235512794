import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../shared/audit/export/read-event.ts';
import { reportOf } from '../../shared/audit/report/report.ts';
import { auditPage } from '../../shared/cli/print/audit-page/page.ts';
import { words } from '../../shared/words/words.ts';
import type { MadeLog } from './made-log.ts';
import { week } from './week.ts';

const EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const START = Date.UTC(2026, 10, 30);

const of = (lines: readonly string[], span = EVER) =>
  reportOf(
    lines.map((line) => readEvent(Buffer.from(line))),
    span,
  );

const pageOf = (log: MadeLog, note = log.checkpoint()) =>
  auditPage({
    ...{ lang: 'en', say: words('en'), at: START, report: of(log.lines) },
    nameOf: (client) => client,
    verified: { isIntact: true, chain: log.chain, keys: [log.key.text], lines: ['good'] },
    mark: { size: log.lines.length, note, svg: '<svg></svg>' },
  });

describe('the report of a period', () => {
  it('has one row for each request: its intent and its outcome together', () => {
    const { rows } = of(week().lines);
    expect(rows.map(({ intent, outcome, result }) => [intent, outcome, result])).toEqual([
      [1, 2, 'done'],
      [3, 4, 'partly'],
      [5, 6, 'refused'],
      [7, 8, 'done'],
      [10, 11, 'interrupted'],
      [12, undefined, 'open'],
      [undefined, 13, 'summary'],
    ]);
    expect(rows[2]?.refusals).toEqual(['hold', 'needs-proof']);
    expect(rows[3]?.approvedBy).toEqual(['anna@example.org', '王芳@example.org']);
    expect(rows[1]?.remains).toMatchObject({ trayIcons: 1, processes: [{ pid: '812' }] });
  });

  it('has the requests that began or ended in it, both ends counted', () => {
    const ended = of(week().lines, { from: START + 2_000, to: START + 3_000 });
    expect(ended.rows.map(({ intent }) => intent)).toEqual([1, 3]);
    expect(of(week().lines, { from: START + 60_000, to: START + 70_000 }).rows).toEqual([]);
  });

  it('counts each request once, by its client and its result', () => {
    const { counts, rows } = of(week().lines);
    expect(counts[0]).toMatchObject({ client: 'wechat', all: 3 });
    expect(counts.reduce((sum, { all }) => sum + all, 0)).toBe(rows.length - 1);
  });

  it('names what is not there, what cannot be read, and which key came', () => {
    const { lines, key } = week();
    expect(of(lines).gaps).toEqual([
      { code: 'key-rotated', line: 9, at: START + 9_000, key: key.text },
    ]);
    const bad = lines.flatMap((line, at) =>
      at === 4 || at === 5 ? [] : at === 7 ? ['{'] : [line],
    );
    expect(of(bad).gaps.slice(0, 2)).toEqual([
      { code: 'missing', line: 6, at: START + 6_000, first: 4, last: 5 },
      { code: 'unread', line: 7 },
    ]);
  });

  it('names each step of the clock back once', () => {
    const { lines } = week();
    const event = (at: number, time: number) => {
      const read = readEvent(Buffer.from(lines[at] ?? ''));
      return read && { ...read, place: { ...read.place, time } };
    };
    const times = [0, 100_000, 20_000, 21_000, 19_000];
    const { gaps } = reportOf(
      times.map((time, at) => event(at, time)),
      EVER,
    );
    expect(gaps).toEqual([{ code: 'clock-back', line: 2, at: 20_000, ms: 80_000 }]);
  });
});

describe('the page of a report', () => {
  const tagsIn = (page: string) => page.match(/<[^>]*>/g);
  const hostile = fc.string({
    unit: fc.constantFrom(
      ...['<', '>', '"', "'", '&', '</td>', '<script>', '-->', '<!--', '&lt;', '\u0000', '\n'],
      ...['微', 'x', '=', '/', '\ud800', '\u202e', '`', '${'],
    ),
    minLength: 1,
  });

  it('has the same tags, whatever the names in the log are', () => {
    const plain = tagsIn(pageOf(week('x', 'x'), 'x'));
    fc.assert(
      fc.property(hostile, hostile, (client, name) => {
        expect(tagsIn(pageOf(week(client, name), client.replaceAll('\n', '')))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('holds no script and no address', () => {
    const page = pageOf(week());
    expect(page).not.toMatch(/<script|https?:|url\(|@import| on\w+=/);
    expect(page).toContain("default-src 'none'");
  });
});
