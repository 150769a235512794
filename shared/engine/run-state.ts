import type { Client } from '../core/client.ts';
import type { Recognizer } from '../core/identify.ts';
import type { Known } from '../core/known.ts';
import type { Observation, Refusal, Request, Tier, Verdict } from '../core/model.ts';
import type { Plan } from '../core/plan.ts';
import type { GivenProof } from '../core/proof.ts';
import type { Consent, SecondLookLine, EvidenceLine } from '../core/receipt.ts';
import type { Noted } from './audit.ts';
import type { RunContext } from './context.ts';
import type { ResetListed } from '../machine/port/resets.ts';
import type { Listed } from '../machine/port/files.ts';
import type { ActResult, StepResult } from './job.ts';
import type { Started } from './started.ts';
import type { Lock } from '../store/lock-in.ts';

/** A request that has begun. Each stage adds what it found; none changes what another wrote. */
export interface Begun {
  readonly context: RunContext;
  readonly client: Client;
  readonly request: Request;
  /** ms since 1970. */
  readonly began: number;
}

export interface Locked extends Begun {
  readonly lock: Lock;
}

/** How far a request came before a fault. */
export type Reached = Begun & Partial<Pick<Acted, 'lock' | 'acted' | 'noted'>>;

export interface Observed extends Locked {
  readonly before: Observation;
  /** Remembers what this request saw. */
  readonly recognize: Recognizer;
  /** Remembers nothing: what another observer saw is identified by it. */
  readonly recognizeFresh: Recognizer;
  readonly started: Started;
}

export interface Planned extends Observed {
  readonly plan: Plan;
  /** Of a purge: what its plan lists, with the one way to remove just that. */
  readonly listed?: Known<Listed>;
  /** Of a reset: what would be set aside, with the one way to do just that. */
  readonly resetListed?: Known<ResetListed>;
  /** How its client became quiet, before anybody was asked. */
  readonly settled?: StepResult;
  /** Its intent in the audit log; absent where the policy wants no log, and before it is written. */
  readonly noted?: Noted;
  /** Why nothing of what is listed may go. */
  readonly filesRefusal?: Refusal;
  /** What the person agreed to. */
  readonly consent?: Consent;
  /** What was proved. */
  readonly proofs?: readonly GivenProof[];
}

export interface Acted extends Planned {
  readonly acted: ActResult;
}

export interface ObservedAgain extends Acted {
  readonly after: Observation;
  readonly secondLook?: SecondLookLine;
}

export interface Judged extends ObservedAgain {
  /** What it went on to remove, or was to. */
  readonly wiped?: readonly Tier[];
  readonly evidence?: EvidenceLine;
  readonly verdict: Verdict;
}
