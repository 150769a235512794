import type { Client } from '../core/client.ts';
import type { Demand } from '../core/demand.ts';
import type { OrderRefusal } from '../core/order/refusals.ts';
import type { Plan } from '../core/plan.ts';
import type { ProofAnswer, ProofKind, ProofRefusal } from '../core/proof.ts';
import type { ClientId, Observation, Policy, Progress, Refusal } from '../core/model.ts';
import type { PolicyOrigin } from '../core/policy.ts';
import type { Agreement, Elsewhere, OrderLine, Receipt, Trigger } from '../core/receipt.ts';
import type { Machine } from '../machine/machine.ts';
import type { Audit } from './audit.ts';
import type { Carry } from './carry.ts';
import type { Lock } from '../store/lock-in.ts';

/** All that an observation needs. */
export interface ObserveContext {
  readonly machine: Machine;
  readonly clients: readonly Client[];
  readonly carry: Carry;
}

/** A demand of a plan for this client, as a surface is asked for it. */
export type Question = Demand & { readonly client: Client };

/** What a surface can show and ask. */
export interface RequestUi {
  readonly onProgress?: (progress: Progress) => void;
  /** The last observation, as soon as it was made: the verdict rests on it. */
  readonly onSeen?: (seen: Observation) => void;
  /** Gets the yes of the person, and says how it came; false for a no, undefined where this surface cannot ask that. */
  readonly satisfy?: (question: Question) => Promise<Satisfied>;
  /** The proofs that this surface can ask a person for; none where absent. */
  readonly asks?: readonly ProofKind[];
  /** What the person reads in a dialog of the system, in the language of the surface. */
  readonly proofReason?: string;
  /** A plan that came out otherwise after a proof: shown again; it only ever does less than the one before. */
  readonly onPlan?: (plan: Plan) => void;
  /** What was proved for all requests that the person made with one word. */
  readonly shared?: SharedProofs;
  /** Names the request for all clients that this is a part of, in the audit log. */
  readonly batch?: string;
  /** Aborted when the person no longer wants it: what was begun is finished, nothing new is begun. */
  readonly signal?: AbortSignal;
}

/** A yes and how it came, the digits of a one-time code, false for a no, undefined where that cannot be asked here. */
export type Satisfied = Agreement | { readonly code: string } | false | undefined;

/** One proof for several requests that begin together; made for one call, and thrown away with it. */
export type SharedProofs = Map<ProofKind, Promise<ProofAnswer>>;

/** Checks one-time codes; what is known of them never leaves it. */
export interface CodeChecker {
  /** Why no code would be taken now; undefined where one would. */
  whyNot(): Promise<ProofRefusal | undefined>;
  /** Spends a code. Never throws. */
  check(code: string): Promise<ProofAnswer>;
}

/** All that one request runs with. The engine fills it; no surface does. */
export interface RunContext extends ObserveContext {
  readonly policy: Policy;
  /** Where its values are from. */
  readonly origin?: PolicyOrigin;
  /** `command line`, `Raycast`, `Stream Deck`. */
  readonly surface: string;
  readonly trigger: Trigger;
  /** The version of Clean Exit. */
  readonly program: string;
  /** Why nothing of this client may be removed or put back at this moment, whatever held when the request began. */
  readonly holdNow?: (client: ClientId) => Promise<Refusal | undefined>;
  /** A name for a receipt that no other has. */
  readonly newId: () => string;
  /** SHA-256 of a policy. */
  readonly digestOf: (policy: Policy) => Promise<string>;
  readonly lock: (client: string, request: string) => Promise<Lock>;
  /** Keeps the receipt, and answers where, if not in the state folder. */
  readonly record: (receipt: Receipt) => Elsewhere | undefined;
  /** The audit log; absent where the policy wants none. */
  readonly audit?: Audit;
  /** Absent where the surface cannot ask for a code. */
  readonly codes?: CodeChecker;
  /** The two persons that approved just this, where an order is carried out. */
  readonly approvedBy?: readonly string[];
  /** The order that is carried out, once the engine has checked it; no surface gives it. */
  readonly order?: OrderLine;
  /** Of an order: writes down that it runs, once for all its requests; why it does not run where it did so before. */
  readonly spendOrder?: () => Promise<OrderRefusal | undefined>;
  readonly ui: RequestUi;
}
