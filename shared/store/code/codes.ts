import { rmSync } from 'node:fs';
import { asError } from '../../core/as-error.ts';
import { afterCode, TRIES, whyNoCode } from '../../core/one-time-code.ts';
import type { Places } from '../../core/paths.ts';
import type { ProofAnswer, ProofRefusal } from '../../core/proof.ts';
import { inState } from '../../machine/files/state-fault.ts';
import type { Enrolment } from '../../schema/code.ts';
import { BadEnrolment, enrolmentFile, keepEnrolment, readEnrolment } from './enrolment-file.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { isDigits, newSecret, stepOf, type NewSecret } from './totp.ts';

/** What may be known of an enrolment; times in ms since 1970. */
export interface CodeStatus {
  readonly id: string;
  readonly enrolledAt: number;
  /** When a code was checked last. */
  readonly lastChecked: number;
  /** How many wrong codes may be given before no code is taken for a while. */
  readonly triesLeft: number;
  readonly whyNot?: ProofRefusal;
}

/** The one-time codes of this person. The secret leaves it once, on the screen of its enrolment. */
export interface Codes {
  /** Undefined where no authenticator app is enrolled. Throws BadEnrolment. */
  status(): Promise<CodeStatus | undefined>;
  /** Why no code would be taken now. */
  whyNot(): Promise<ProofRefusal | undefined>;
  /** Spends a code. Never throws; a code whose use cannot be noted is not taken. */
  check(code: string): Promise<ProofAnswer>;
  /** A secret that nothing keeps yet, as an authenticator app reads it. */
  begin(label: string): Promise<NewSecret>;
  /**
   * Keeps a new secret once a code of it was typed. `present`: a code of the enrolment that it replaces; where there is
   * one, it is demanded. Throws StateFault and BadEnrolment.
   */
  enrol(
    secret: NewSecret,
    code: string,
    present?: ProofAnswer,
  ): Promise<'kept' | 'wrong' | 'needs-present' | 'busy'>;
  /** Removes the enrolment with a code of it. Throws StateFault. */
  remove(code: string): Promise<ProofAnswer>;
}

/** The codes of the person whose state folder this is; `now` in ms since 1970. */
export function codesIn(places: Places, now: () => number): Codes {
  const check = (code: string, then: (enrolment: Enrolment) => void = () => {}) =>
    answering(async () => {
      const enrolment = await readEnrolment(places);
      if (!enrolment) return NOT_ENROLLED;
      const at = now();
      const before = whyNoCode(enrolment, at);
      if (before) return { refused: before };
      const digits = code.replace(/[\s-]/g, '');
      if (!isDigits(digits)) return { refused: { kind: 'code', why: 'wrong', detail: 'digits' } };
      const after = afterCode(enrolment, await stepOf(enrolment.secret, digits, at), at);
      keepEnrolment(places, { ...enrolment, ...after.memory });
      if (after.refused) return { refused: after.refused };
      then(enrolment);
      return { given: { kind: 'code', by: `totp ${enrolment.id}` } };
    }, places);
  return {
    status: async () => {
      const enrolment = await readEnrolment(places);
      if (!enrolment) return undefined;
      const { id, enrolledAt, lastSeen, wrong } = enrolment;
      const whyNot = whyNoCode(enrolment, now());
      const triesLeft = Math.max(0, TRIES - wrong);
      return {
        ...{ id, enrolledAt, lastChecked: lastSeen, triesLeft },
        ...(whyNot ? { whyNot } : {}),
      };
    },
    whyNot: async () => {
      try {
        const enrolment = await readEnrolment(places);
        return enrolment ? whyNoCode(enrolment, now()) : NOT_ENROLLED.refused;
      } catch (error) {
        return unavailable(error);
      }
    },
    check: (code) => check(code),
    begin: newSecret,
    enrol: (secret, code, present) =>
      oneAtATime(places, async () => {
        const at = now();
        if ((await readEnrolment(places)) && !(present && 'given' in present))
          return 'needs-present';
        const step = await stepOf(secret.base32, code.replace(/[\s-]/g, ''), at);
        if (step === undefined) return 'wrong';
        const memory = { counter: step, wrong: 0, lockedUntil: 0, lastSeen: at };
        const { id, base32 } = secret;
        keepEnrolment(places, {
          schema: 'clean-exit/code/1',
          id,
          secret: base32,
          enrolledAt: at,
          ...memory,
        });
        return 'kept';
      }),
    remove: (code) =>
      check(code, () => {
        const file = enrolmentFile(places);
        inState(file, () => rmSync(file));
      }),
  };
}

const NOT_ENROLLED = {
  refused: { kind: 'code', why: 'not-available', detail: 'not-enrolled' },
} as const satisfies ProofAnswer;

async function answering(deed: () => Promise<ProofAnswer>, places: Places): Promise<ProofAnswer> {
  try {
    const answer = await oneAtATime(places, deed);
    return answer === 'busy' ? { refused: notNow('busy') } : answer;
  } catch (error) {
    return { refused: unavailable(error) };
  }
}

const notNow = (detail: string): ProofRefusal => ({ kind: 'code', why: 'not-available', detail });

const unavailable = (error: unknown): ProofRefusal =>
  notNow(
    `${error instanceof BadEnrolment ? 'unreadable' : 'unwritable'}: ${asError(error).message}`,
  );
