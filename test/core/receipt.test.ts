import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown, type Known } from '../../shared/core/known.ts';
import { resultOf } from '../../shared/core/result.ts';
import { isClean } from '../../shared/core/is-clean.ts';
import {
  mayUseFiles,
  remainingOf,
  whyLine,
  type Receipt,
  type Sizes,
} from '../../shared/core/receipt.ts';
import { receiptOf } from './receipts.ts';
import { LIKELY, icon_, observations, process_, seen, window_ } from './situations.ts';

const EMPTY: Sizes = { bytes: 0, leftovers: 0 };
const sizes: fc.Arbitrary<Known<Sizes>> = fc.oneof(
  fc.record({ bytes: fc.nat(), leftovers: fc.nat(9) }).map(known),
  fc.constantFrom(unknown('too-many'), unknown('denied', '/home/x')),
);
const journals: fc.Arbitrary<Known<readonly string[]>> = fc.oneof(
  fc.array(fc.constantFrom('/a.db-wal', '/b.db-wal'), { maxLength: 2 }).map(known),
  fc.constant(unknown('timeout')),
);

describe('the lines of what is left, whatever was seen,', () => {
  it('name every probe that failed, with its reason, and no other', () => {
    fc.assert(
      fc.property(observations, sizes, journals, (sight, size, unmerged) => {
        const { processes, trayIcons, windows } = sight;
        const failed = Object.entries({ processes, trayIcons, windows, unmerged }).flatMap(
          ([what, fact]) => (fact.known ? [] : [{ what, ...whyLine(fact.why) }]),
        );
        const inDoubt = processes.known && sight.doubts.some(({ level }) => level === 'likely');
        const doubt = inDoubt ? [{ what: 'processes', why: 'unknown-place' }] : [];
        expect(remainingOf(sight, size, unmerged).unseen).toEqual([...doubt, ...failed]);
      }),
    );
  });

  it('show everything that was seen, and nothing more', () => {
    fc.assert(
      fc.property(observations, sizes, journals, (sight, size, unmerged) => {
        const left = remainingOf(sight, size, unmerged);
        for (const what of ['processes', 'trayIcons', 'windows'] as const) {
          const fact = sight[what];
          expect(left[what]).toHaveLength(fact.known ? fact.value.length : 0);
        }
        expect(left.others).toBe(sight.others.length);
      }),
    );
  });

  it('never say 0 bytes of what nobody measured', () => {
    fc.assert(
      fc.property(observations, sizes, journals, (sight, size, unmerged) => {
        fc.pre(!size.known);
        const left = remainingOf(sight, size, unmerged);
        expect(left.bytes).toBeNull();
        expect(left.bytesWhy).toBe(size.known ? '' : size.why.code);
        expect(left).not.toHaveProperty('leftovers');
      }),
    );
  });
});

describe('files of which somebody may be in the middle', () => {
  const one = process_(1);
  it.each([
    ['its own processes', { processes: known([one]) }],
    ['its processes on another desktop', { elsewhere: [one] }],
    ['a program that may be it', { doubts: [LIKELY] }],
    ['somebody unseen', { processes: unknown('denied') }],
  ])('are not told as left by a bad exit (%s)', (_, so) => {
    const sight = seen(so);
    expect(mayUseFiles(sight)).toBe(true);
    expect(remainingOf(sight, known({ bytes: 5, leftovers: 1 }), known([]))).not.toHaveProperty(
      'leftovers',
    );
  });

  it('are told where nobody is there', () => {
    const left = remainingOf(seen(), known({ bytes: 5, leftovers: 1 }), known([]));
    expect([mayUseFiles(seen()), left.leftovers]).toEqual([false, 1]);
  });
});

describe('a line', () => {
  it('holds of a process, an icon and a window what a person knows them by', () => {
    const sight = seen({
      processes: known([process_(1), process_(2, { role: 'helper', exe: unknown('denied') })]),
      trayIcons: known([icon_(1)]),
      windows: known([window_(1, false)]),
      doubts: [LIKELY],
    });
    expect(remainingOf(sight, known({ bytes: 5, leftovers: 1 }), known(['/a.db-wal']))).toEqual({
      processes: [
        { pid: 1, name: 'chat', role: 'root', exe: '/opt/chat/chat' },
        { pid: 2, name: 'chat', role: 'helper', exe: null },
      ],
      trayIcons: [{ id: 'chat', title: 'Chat' }],
      windows: [{ title: 'Chat', visible: false }],
      // The lock of a client that runs is in use, not left.
      ...{ bytes: 5, unmerged: ['/a.db-wal'], others: 0 },
      unseen: [{ what: 'processes', why: 'unknown-place' }],
      doubts: [{ pid: 77, exe: '/home/u/chat', level: 'likely', because: ['own-name'] }],
    });
  });

  it('says a reason by its code, and what the machine said behind it', () => {
    expect(whyLine({ code: 'denied' })).toEqual({ why: 'denied' });
    expect(whyLine({ code: 'failed', detail: 'a: b' })).toEqual({ why: 'failed', detail: 'a: b' });
  });
});

describe('a receipt is clean', () => {
  const nothing = remainingOf(seen(), known(EMPTY), known([]));
  const shown = remainingOf(seen({ windows: known([window_(1)]) }), known(EMPTY), known([]));
  const hidden = remainingOf(
    seen({ windows: known([window_(1, false)]) }),
    known(EMPTY),
    known([]),
  );
  const unseen = remainingOf(seen({ windows: unknown('denied') }), known(EMPTY), known([]));
  const busy = { refusals: [{ code: 'busy', subject: 'chat' }] } as const;

  it.each<[what: string, is: boolean, receipt: Receipt]>([
    ['where the client is gone', true, receiptOf('gone')],
    ['not where it is still running', false, receiptOf('still-running')],
    ['not where it is partly gone', false, receiptOf('partly')],
    ['not where nobody can tell', false, receiptOf('unknown')],
    ['not where something was refused', false, { ...receiptOf('gone'), ...busy }],
    [
      'of a hidden client that runs',
      true,
      { ...receiptOf('still-running'), request: 'hide', left: hidden },
    ],
    [
      'not of one with a window that is shown',
      false,
      { ...receiptOf('still-running'), request: 'hide', left: shown },
    ],
    [
      'not of one whose windows were not seen',
      false,
      { ...receiptOf('still-running'), request: 'hide', left: unseen },
    ],
    [
      'not of a program that hides itself, and may be the client',
      false,
      { ...receiptOf('unknown'), request: 'hide', left: nothing },
    ],
    [
      'not of one that was refused',
      false,
      { ...receiptOf('gone'), ...busy, request: 'hide', left: nothing },
    ],
  ])('%s', (_, is, receipt) => {
    expect(isClean({ result: resultOf(receipt) })).toBe(is);
  });
});
