import type { ProofRefusal } from './proof.ts';

/** How long a code is shown, in ms (RFC 6238, section 5.2). */
export const STEP_MS = 30_000;
/** So many wrong codes may be given before the first wait. */
export const TRIES = 5;
/** The first wait in ms; each further wrong code doubles it. */
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** What is remembered of the codes of one enrolment; times in ms since 1970. */
export interface CodeMemory {
  /** The step of the last code that was taken: no code of it or before it is taken again. */
  readonly counter: number;
  /** Wrong codes since the last right one. */
  readonly wrong: number;
  readonly lockedUntil: number;
  /** When a code was checked last. */
  readonly lastSeen: number;
}

/** Why no code is taken now. A clock before the last check was set back, or was wrong then: a code of then may be known. */
export function whyNoCode(
  { lastSeen, lockedUntil }: CodeMemory,
  now: number,
): ProofRefusal | undefined {
  if (now < lastSeen - STEP_MS)
    return { kind: 'code', why: 'not-available', detail: 'clock-back', until: lastSeen };
  if (now < lockedUntil) return { kind: 'code', why: 'locked', until: lockedUntil };
  return undefined;
}

/**
 * What is remembered after a code, and why it was not taken. `step` is the step that it belongs to, undefined where it
 * is of none. Only right codes of a step after the last one are taken, so none is taken twice.
 */
export function afterCode(
  memory: CodeMemory,
  step: number | undefined,
  now: number,
): { readonly memory: CodeMemory; readonly refused?: ProofRefusal } {
  const lastSeen = Math.max(memory.lastSeen, now);
  if (step !== undefined && step > memory.counter)
    return { memory: { counter: step, wrong: 0, lockedUntil: 0, lastSeen } };
  // Who has this code had the secret, and guesses nothing by it.
  if (step !== undefined)
    return {
      memory: { ...memory, lastSeen },
      refused: { kind: 'code', why: 'wrong', detail: 'used' },
    };
  const wrong = memory.wrong + 1;
  const lockedUntil = wrong < TRIES ? 0 : now + waitAfter(wrong);
  return {
    memory: { ...memory, wrong, lockedUntil, lastSeen },
    refused: { kind: 'code', why: 'wrong', ...(lockedUntil > 0 ? { until: lockedUntil } : {}) },
  };
}

/** How long no code is taken after so many wrong ones, in ms. */
const waitAfter = (wrong: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** (wrong - TRIES), LONGEST_WAIT_MS);
