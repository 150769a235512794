import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterCode,
  STEP_MS,
  TRIES,
  whyNoCode,
  type CodeMemory,
} from '../../shared/core/one-time-code.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const FRESH: CodeMemory = { counter: 10, wrong: 0, lockedUntil: 0, lastSeen: NOW };

/** So many wrong codes, each as soon as one is taken again; answers how long each made the next one wait. */
function wrongCodes(count: number): { memory: CodeMemory; waits: readonly number[] } {
  let [memory, at] = [FRESH, NOW];
  const waits: number[] = [];
  for (let given = 0; given < count; given++) {
    memory = afterCode(memory, undefined, at).memory;
    waits.push(Math.max(0, memory.lockedUntil - at));
    at = Math.max(at, memory.lockedUntil);
  }
  return { memory, waits };
}

describe('wrong codes', () => {
  it('are five before the first wait; each further one doubles it, up to an hour', () => {
    const { waits } = wrongCodes(13);
    expect(waits.map((ms) => ms / MINUTE)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('lock out until a time that is told, and no longer', () => {
    const { memory } = wrongCodes(TRIES);
    const until = NOW + MINUTE;
    expect(whyNoCode(memory, NOW)).toEqual({ kind: 'code', why: 'locked', until });
    expect(whyNoCode(memory, until - 1)).toMatchObject({ why: 'locked' });
    expect(whyNoCode(memory, until)).toBeUndefined();
  });

  it('are forgotten after a right one', () => {
    const { memory } = wrongCodes(TRIES + 2);
    const after = afterCode(memory, 11, memory.lockedUntil);
    expect(after).toMatchObject({ memory: { wrong: 0, lockedUntil: 0, counter: 11 } });
    expect(after.refused).toBeUndefined();
  });
});

describe('a code', () => {
  it('is taken once: in whatever order codes come, the steps of those that are taken grow', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 40 }), (steps) => {
        let memory = FRESH;
        const taken: number[] = [];
        for (const step of steps) {
          const after = afterCode(memory, step, NOW);
          if (!after.refused) taken.push(step);
          else expect(after.refused).toEqual({ kind: 'code', why: 'wrong', detail: 'used' });
          memory = after.memory;
        }
        expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
        expect(taken.every((step) => step > FRESH.counter)).toBe(true);
      }),
    );
  });

  it('that was used costs no try', () => {
    expect(afterCode(FRESH, 10, NOW).memory.wrong).toBe(0);
  });
});

describe('a clock', () => {
  it('that was set back by more than a step is noticed, and the time before is told', () => {
    expect(whyNoCode(FRESH, NOW - STEP_MS)).toBeUndefined();
    expect(whyNoCode(FRESH, NOW - STEP_MS - 1)).toEqual({
      ...{ kind: 'code', why: 'not-available', detail: 'clock-back' },
      until: NOW,
    });
  });

  it('that is set forward to end a wait shows as set back once it is right again', () => {
    const { memory } = wrongCodes(TRIES);
    const later = afterCode(memory, undefined, NOW + 10 * MINUTE).memory;
    expect(whyNoCode(later, NOW)).toMatchObject({ detail: 'clock-back' });
  });

  it('never makes the time of the last check earlier', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(fc.nat(), { nil: undefined }), (at, step) => {
        expect(afterCode(FRESH, step, at).memory.lastSeen).toBeGreaterThanOrEqual(NOW);
      }),
    );
  });
});
