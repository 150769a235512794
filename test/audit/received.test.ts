import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../shared/audit/verify/log-part.ts';
import {
  notesIn,
  receivedIn,
  type Received,
  type ReceivedFile,
} from '../../shared/audit/verify/received.ts';
import { ED25519_CHECKS } from '../../shared/audit/verify/suite-of.ts';
import { verifyLog } from '../../shared/audit/verify/verify.ts';
import { joined, MadeLog, partOf } from './made-log.ts';

/** A file as a receiver left it. */
const fileOf = (bytes: Buffer, file = 'audit.log'): ReceivedFile => ({
  ...partOf(bytes, file),
  bytes: (offset, length) => bytes.subarray(offset, offset + length),
});

const received = (...lines: readonly string[]): Received => {
  const [only, ...more] = receivedIn([fileOf(joined(lines))]).values();
  if (!only || more.length > 0) throw new Error(`${more.length} more logs`);
  return only;
};

const textsOf = ({ part }: Received): string[] =>
  [...linesOf([part])].map(({ bytes }) => bytes.toString());

const verdictOf = ({ part, checkpoints }: Received) =>
  verifyLog([part], { suiteOf: () => Promise.resolve(ED25519_CHECKS), checkpoints });

const log = new MadeLog().requests(6);
const noteLine = (note: string): string => JSON.stringify({ checkpoint: note });

describe('what a receiver wrote', () => {
  it('is the log again, whatever came twice, was broken off, or stands around it', () => {
    const rest = fc.array(
      fc.record({
        at: fc.nat({ max: log.lines.length - 1 }),
        cut: fc.option(fc.nat({ max: 2_000 }), { nil: undefined }),
      }),
      { maxLength: 8 },
    );
    const around = fc.constantFrom('', 'Dec  1 07:00:00 desk clean-exit: ', '{"metadata":{"ver');
    fc.assert(
      fc.property(rest, around, fc.boolean(), fc.gen(), (again, head, isWindows, g) => {
        const copies = again.map(({ at, cut }) => log.lines[at]?.slice(0, cut) ?? '');
        const whole = [...log.lines, ...copies].map((line) => head + line);
        const mixed = g(() => fc.shuffledSubarray(whole, { minLength: whole.length }));
        const found = received(...mixed.map((line) => (isWindows ? `${line}\r` : line)));
        expect(textsOf(found)).toEqual(log.lines);
      }),
    );
  });

  it('is not intact where an entry is not there, was edited, or is there in two ways', async () => {
    for (let at = 0; at < log.lines.length - 1; at++) {
      const lines = [...log.lines];
      const [line = ''] = lines.splice(at, 1);
      const without = await verdictOf(received(...lines));
      expect(without).toMatchObject({ isIntact: false, count: at === 0 ? 0 : at });
      const edited = line.replace('2026', '2025');
      for (const more of [[edited], [line, edited], [edited, line], [line.slice(0, 700), edited]])
        expect(await verdictOf(received(...lines, ...more))).toMatchObject({ isIntact: false });
    }
  });

  it('names an entry by its place in the receiver’s file', async () => {
    const lines = [...log.lines].reverse();
    lines[2] = lines[2]?.replace('"gone"', '"gine"') ?? '';
    expect((await verdictOf(received(...lines))).fault).toMatchObject({
      ...{ code: 'edited', file: 'audit.log', line: 3, sequence: log.lines.length - 3 },
    });
  });

  it('holds its checkpoints, each once, and they are compared', async () => {
    const note = log.checkpoint(5);
    const found = received(...log.lines.slice(0, 6), noteLine(note), noteLine(note), 'hello');
    expect(found).toMatchObject({ checkpoints: [{ name: 'audit.log:7', note }], others: 1 });
    const good = await verdictOf(found);
    expect(good).toMatchObject({ isIntact: true, checkpoints: [{ code: 'ok', size: 5 }] });
    const cut = received(...log.lines.slice(0, 4), noteLine(note));
    expect(await verdictOf(cut)).toMatchObject({
      ...{ isIntact: false, checkpoints: [{ code: 'cut' }] },
    });
    const strange = received(...log.lines, noteLine('no note'));
    expect(await verdictOf(strange)).toMatchObject({
      ...{ isIntact: false, checkpoints: [{ code: 'no-checkpoint' }] },
    });
  });

  it('is divided by logs, with the checkpoints of each', () => {
    const other = new MadeLog().requests(2);
    const notes = [log, other].map((one) => noteLine(one.checkpoint()));
    const mixed = other.lines.flatMap((line, at) => [line, log.lines[at] ?? '']);
    const half = log.lines[9]?.slice(0, 800) ?? '';
    const found = receivedIn([fileOf(joined([...mixed, half, ...notes]))]);
    expect([...found.keys()]).toEqual([other.chain, log.chain]);
    const [ofOther] = found.values();
    if (!ofOther) throw new Error('none');
    expect(textsOf(ofOther)).toEqual(other.lines);
    expect(ofOther.checkpoints).toMatchObject([{ note: other.checkpoint() }]);
  });

  it('is put together from several files', () => {
    const halves = [log.lines.slice(5), log.lines.slice(0, 7)].map((lines) => joined(lines));
    const files = halves.map((bytes, at) => fileOf(bytes, `audit.log.${at}`));
    const [found] = receivedIn(files).values();
    expect(found).toMatchObject({ copies: 2 });
    expect(found && textsOf(found)).toEqual(log.lines);
  });

  it('is whole where only its last line break is not there', async () => {
    const bytes = joined(log.lines).subarray(0, -1);
    const [found] = receivedIn([fileOf(bytes)]).values();
    expect(found && (await verdictOf(found)).isIntact).toBe(true);
  });
});

describe('a file with checkpoints', () => {
  it('is a note, or the lines of a receiver with a note each', () => {
    const notes = [log.checkpoint(3), log.checkpoint(7)];
    const lines = notes.map((note) => `<110>1 - - ${noteLine(note)}`);
    expect(notesIn('a', joined([...lines, ...lines, 'x'])).map(({ note }) => note)).toEqual(notes);
    expect(notesIn('b', Buffer.from(notes[0] ?? ''))).toEqual([{ name: 'b', note: notes[0] }]);
  });
});
