import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FromPage } from '../../../streamdeck/desk/messages.ts';
import { makePresses, makeTouches } from '../../../streamdeck/desk/page/holds.ts';
import { socketAddress } from '../../../streamdeck/desk/page/link.ts';
import { firstModel } from '../../../streamdeck/desk/page/model.ts';
import { LOG_LINES, receive } from '../../../streamdeck/desk/page/receive.ts';
import { walk } from '../../../streamdeck/desk/page/roving.ts';
import { cellOf, fits, keySlot, slotsOf } from '../../../streamdeck/desk/page/slots.ts';
import { PIXELS_PER_TICK, turn } from '../../../streamdeck/desk/page/ticks.ts';
import { deckOf, logLines } from './samples.ts';

const small = fc.integer({ min: 1, max: 8 });
const arrow = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End');
const pixels = fc.integer({ min: -400, max: 400 });

describe('ticks of the wheel', () => {
  it('lose nothing while it turns one way, and less than one waits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400)), (deltas) => {
        let state = { ticks: 0, rest: 0 };
        let sum = 0;
        for (const delta of deltas) {
          state = turn(state.rest, delta);
          sum += state.ticks;
        }
        const all = deltas.reduce((a, b) => a + b, 0);
        expect(sum * PIXELS_PER_TICK + state.rest).toBe(all);
        expect(state.rest).toBeLessThan(PIXELS_PER_TICK);
      }),
    );
  });

  it('never go against the wheel', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), pixels, (rest, delta) => {
        const { ticks } = turn(rest, delta);
        expect(ticks * delta).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('walking on the keys', () => {
  it('never leaves the deck', () => {
    fc.assert(
      fc.property(small, small, fc.array(arrow), (columns, rows, keys) => {
        let at = { column: 0, row: 0 };
        for (const key of keys) at = walk({ columns, rows }, at, key) ?? at;
        expect(slotsOf({ columns, rows, dials: 0 })).toContain(keySlot(at));
      }),
    );
  });

  it('reaches every key, and the way back is the same', () => {
    fc.assert(
      fc.property(small, small, fc.nat(7), fc.nat(7), (columns, rows, right, down) => {
        const steps = (key: string, count: number): readonly string[] =>
          Array<string>(count).fill(key);
        const there = [...steps('ArrowRight', right), ...steps('ArrowDown', down)];
        const back = [...steps('ArrowLeft', right), ...steps('ArrowUp', down)];
        const go = (from: { column: number; row: number }, keys: readonly string[]) =>
          keys.reduce((at, key) => walk({ columns, rows }, at, key) ?? at, from);
        const end = go({ column: 0, row: 0 }, there);
        expect(end).toEqual({
          column: Math.min(right, columns - 1),
          row: Math.min(down, rows - 1),
        });
        expect(go(end, back)).toEqual({ column: 0, row: 0 });
      }),
    );
  });

  it('is done by no other key', () => {
    const other = fc.constantFrom('a', 'Enter', 'constructor', 'toString', '');
    fc.assert(
      fc.property(other, (key) => {
        expect(walk({ columns: 5, rows: 3 }, { column: 0, row: 0 }, key)).toBeUndefined();
      }),
    );
  });
});

describe('what is held', () => {
  const verb = fc.constantFrom('down', 'up', 'lose', 'keepOnly');
  const slot = fc.constantFrom('key:0,0', 'key:1,0', 'dial:0');

  it('is pressed and released in turn, and never left pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(verb, slot)), (acts) => {
        const sent: FromPage[] = [];
        const holds = makePresses((message) => sent.push(message));
        for (const [act, where] of acts)
          if (act === 'keepOnly') holds.keepOnly([where]);
          else holds[act](where);
        holds.keepOnly([]);
        for (const where of ['key:0,0', 'key:1,0', 'dial:0']) {
          const verbs = sent.filter((one) => 'slot' in one && one.slot === where);
          expect(verbs.map((one) => one.do)).toEqual(
            verbs.map((_, at) => (at % 2 === 0 ? 'press' : 'release')),
          );
          expect(verbs.length % 2).toBe(0);
        }
      }),
    );
  });

  it('on the strip is one touch, short or long, and none when it is lost', () => {
    const touch = (act: (holds: ReturnType<typeof makeTouches>, time: () => void) => void) => {
      const sent: FromPage[] = [];
      let run: (() => void) | undefined;
      const holds = makeTouches(
        (message) => sent.push(message),
        (then) => {
          run = then;
          return () => (run = undefined);
        },
      );
      holds.down('dial:0');
      act(holds, () => run?.());
      holds.up('dial:0');
      return sent;
    };
    expect(touch(() => {})).toEqual([{ do: 'touch', slot: 'dial:0', hold: false }]);
    expect(touch((_, time) => time())).toEqual([{ do: 'touch', slot: 'dial:0', hold: true }]);
    expect(touch((holds) => holds.lose('dial:0'))).toEqual([]);
    expect(touch((holds) => holds.keepOnly([]))).toEqual([]);
  });
});

describe('what the page knows', () => {
  it('keeps the newest lines of the log, each with its own number', () => {
    const size = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 5 }), (sizes) => {
        let model = firstModel('en');
        for (const count of sizes) model = receive(model, logLines(0, count));
        const all = sizes.reduce((a, b) => a + b, 0);
        expect(model.log.map(([number]) => number)).toEqual(
          Array.from({ length: all }, (_, at) => at + 1).slice(-LOG_LINES),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('names each key by its cell, and lets actions lie only where they can', () => {
    const deck = deckOf('plus');
    for (const slot of slotsOf(deck)) {
      const cell = cellOf(slot);
      expect(cell === undefined ? slot.startsWith('dial:') : keySlot(cell) === slot).toBe(true);
      expect(fits(deck, 'dial', slot)).toBe(cell === undefined);
      expect(fits(deck, 'safe-exit', slot)).toBe(cell !== undefined);
      expect(fits(deck, 'nobody', slot)).toBe(false);
    }
  });

  it('forgets what pointed at a place or an action that went away', () => {
    const at = { ...firstModel('en'), at: 'key:4,2', carried: { from: 'key:4,2' } };
    const after = receive(at, { kind: 'deck', deck: deckOf('mini') });
    expect([after.at, after.carried]).toEqual([undefined, undefined]);
  });

  it('looks for the socket beside itself', () => {
    const at = { protocol: 'http:', host: '127.0.0.1:4711', pathname: '/token/index.html' };
    expect(socketAddress(at, 'zh-CN')).toBe('ws://127.0.0.1:4711/token/socket?language=zh-CN');
    expect(socketAddress({ ...at, protocol: 'https:' }, 'en')).toMatch(/^wss:/);
  });
});
