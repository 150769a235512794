import type { GivenProof } from '../../core/proof.ts';
import type { Observation, Refusal } from '../../core/model.ts';
import type { Consent, OrderLine, Receipt, ReceiptKind, Result } from '../../core/receipt.ts';
import type { AuditEvent } from '../event.ts';
import type { Json } from '../json.ts';
import { authFactorsOf } from './auth-factors.ts';
import { CLASSES, type EventClass } from './classes.ts';
import { beforeOf, remainsOf } from './remains.ts';
import { addressesOf, statedBy, unknownOf, type Where } from './where.ts';

/** One request as both of its events say it. */
export interface AskedFor {
  readonly client: string;
  readonly request: ReceiptKind;
  readonly then?: 'force';
  readonly tiers?: readonly string[];
  /** Only one account's things: which one is not said. */
  readonly account?: string;
  readonly permanently?: true;
  readonly everything?: true;
  /** Names the request for all clients that this is a part of. */
  readonly batch?: string;
}

/** What names an event. */
export interface Names {
  readonly uid: string;
  /** The same in the intent and the outcome. */
  readonly request: string;
  /** ms since 1970. */
  readonly at: number;
}

/** What is known before anything is touched. */
export interface Intended {
  readonly asked: AskedFor;
  /** What the plan means, 64 hexadecimal digits. */
  readonly planDigest?: string;
  readonly policyDigest: string;
  /** Absent where a fault came before the look. */
  readonly before?: Observation;
  readonly refusals: readonly Refusal[];
  readonly consent?: Consent;
  readonly proofs?: readonly GivenProof[];
  readonly order?: OrderLine;
}

/** What is about to be done. */
export const intentOf = (where: Where, names: Names, intended: Intended): AuditEvent =>
  eventOf(where, names, intended.asked, {
    ...{ status_id: 99, status: 'Intent' },
    said: {
      phase: 'intent',
      ...askedFor(where, intended.asked),
      ...(intended.planDigest === undefined ? {} : { plan_digest: intended.planDigest }),
      policy_digest: intended.policyDigest,
      ...provedBy(intended),
      refusals: intended.refusals.map((one) => refusalOf(one, intended.asked.client)),
      ...(intended.before ? { before: beforeOf(intended.before) } : {}),
    },
    proofs: intended.proofs,
  });

/** What came of it. */
export function outcomeOf(
  where: Where,
  names: Names,
  receipt: Receipt,
  { planDigest, batch }: { readonly planDigest?: string; readonly batch?: string } = {},
): AuditEvent {
  const { client, result, verdict, steps, refusals, left } = receipt;
  return eventOf(where, names, receipt, {
    ...statusOf(result, refusals),
    said: {
      phase: 'outcome',
      ...askedFor(where, { ...receipt, ...(batch === undefined ? {} : { batch }) }),
      ...(planDigest === undefined ? {} : { plan_digest: planDigest }),
      ...(receipt.policy === undefined ? {} : { policy_digest: receipt.policy }),
      ...provedBy(receipt),
      ...(receipt.looked ? { looked: receipt.looked } : {}),
      refusals: refusals.map((one) => refusalOf(one, client)),
      ...{ result, verdict },
      steps: steps.map(({ kind, outcome, why, role }) => ({
        ...{ kind, outcome },
        ...(why === undefined ? {} : { why }),
        ...(role === undefined ? {} : { role }),
      })),
      remains: remainsOf(left),
      ...takenBy(receipt),
      ...(receipt.id === undefined ? {} : { receipt: receipt.id }),
      elapsed_ms: receipt.elapsedMs,
    },
    proofs: receipt.proofs,
  });
}

/** What a request for all clients came to, beside the events of each client that was there. */
export const summaryOf = (
  where: Where,
  names: Names,
  { request, results, verdict, looked, batch }: Summed,
): AuditEvent =>
  eventOf(
    where,
    names,
    { client: 'all', request },
    {
      ...(verdict === 'gone' && results.every(({ result }) => isGood(result))
        ? SUCCESS
        : { ...FAILURE, status_code: verdict }),
      said: {
        phase: 'summary',
        ...askedFor(where, { client: 'all', request, ...(batch === undefined ? {} : { batch }) }),
        ...(looked ? { looked } : {}),
        ...{ verdict, clients: results.map((one) => ({ ...one })) },
      },
    },
  );

/** What a summary is of. */
export interface Summed {
  readonly request: ReceiptKind;
  /** The clients that were looked at, where none was there. */
  readonly looked?: readonly string[];
  readonly results: readonly { client: string; result: Result; verdict: string }[];
  readonly verdict: 'gone' | 'still-running' | 'partly' | 'unknown';
  /** Names the request for all clients: the same in the events of each. */
  readonly batch?: string;
}

interface Parts {
  readonly status_id: 1 | 2 | 99;
  readonly status: string;
  readonly status_code?: string;
  readonly said: AuditEvent['unmapped']['clean_exit'];
  readonly proofs?: readonly GivenProof[] | undefined;
}

function eventOf(where: Where, names: Names, asked: AskedFor, parts: Parts): AuditEvent {
  const { about, ...of } = CLASSES[asked.request];
  const { said, proofs = [], ...status } = parts;
  const stated = statedBy(where, names.uid, names.at);
  return {
    ...stated,
    metadata: { ...stated.metadata, correlation_uid: names.request },
    ...of,
    type_uid: of.class_uid * 100 + of.activity_id,
    type_name: `${of.class_name}: ${of.activity_name}`,
    ...{ severity_id: 1, severity: 'Informational', ...status },
    [about]: subjectOf(about, asked.client),
    unmapped: {
      clean_exit: said,
      ...(proofs.length === 0 ? {} : { auth_factors: authFactorsOf(proofs) }),
    },
  };
}

/** OCSF wants of a process what names it: a request is about all of a client, whose pids are in `before`. */
const subjectOf = (about: EventClass['about'], client: string): Json => ({
  name: client,
  ...(about === 'process' ? { uid: client } : {}),
  ...(about === 'file' ? { type_id: 2, type: 'Folder' } : {}),
});

const SUCCESS = { status_id: 1, status: 'Success' } as const;
const FAILURE = { status_id: 2, status: 'Failure' } as const;
const isGood = (result: Result): boolean => result === 'done' || result === 'nothing-to-do';

const statusOf = (result: Result, [first]: readonly Refusal[]) =>
  isGood(result) ? SUCCESS : { ...FAILURE, status_code: first?.code ?? result };

function askedFor(where: Where, asked: AskedFor): Readonly<Record<string, Json>> {
  const unknown = unknownOf(where);
  return {
    ...{ request: asked.request, client: asked.client },
    ...(asked.then === undefined ? {} : { then: asked.then }),
    ...(asked.tiers === undefined ? {} : { tiers: asked.tiers }),
    ...(asked.account === undefined ? {} : { one_account: true }),
    ...(asked.permanently ? { permanently: true } : {}),
    ...(asked.everything ? { everything: true } : {}),
    ...(asked.batch === undefined ? {} : { batch: asked.batch }),
    ...{ surface: where.surface, trigger: where.trigger, addresses: addressesOf(where) },
    ...(Object.keys(unknown).length === 0 ? {} : { unknown }),
  };
}

type Proved = Pick<Intended, 'consent' | 'proofs' | 'order'>;

const provedBy = ({ consent, proofs = [], order }: Proved): Readonly<Record<string, Json>> => ({
  ...(consent ? { consent: { ...consent } } : {}),
  proofs: proofs.map(({ kind, by }) => ({ kind, by })),
  ...(order
    ? {
        order: {
          digest: order.digest,
          approved_by: order.approvedBy.map(({ principal }) => principal),
        },
      }
    : {}),
});

/** A subject may be a path or a title; only the client itself is named. */
const refusalOf = ({ code, subject, proof }: Refusal, client: string): Json => ({
  code,
  ...(subject === client ? { subject } : {}),
  ...(proof ? { proof: { kind: proof.kind, why: proof.why } } : {}),
});

/** How much went or came back; names and places stay in the receipt. */
function takenBy({ removed, moved, restored, evidence }: Receipt): Readonly<Record<string, Json>> {
  return {
    ...(removed ? { removed: { files: removed.files, bytes: removed.bytes, to: removed.to } } : {}),
    ...(moved ? { moved: { things: moved.things, files: moved.files, bytes: moved.bytes } } : {}),
    ...(restored ? { restored: { things: restored.things, back: restored.back } } : {}),
    ...(evidence
      ? {
          evidence: {
            digest: evidence.digest,
            ...(evidence.sha256 === undefined ? {} : { sha256: evidence.sha256 }),
            ...(evidence.why === undefined ? {} : { why: evidence.why }),
          },
        }
      : {}),
  };
}
