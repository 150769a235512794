import { valueOr, type Known } from './known.ts';
import type {
  Because,
  ClientProcess,
  Level,
  Observation,
  Outcome,
  Presence,
  TrayIcon,
} from './model.ts';
import type { ProcessIdentity, Refusal, RequestKind, Role, Tier, Verdict } from './model.ts';
import { likelyAmong } from './rules/what-is-not-recognised-is-not-gone.ts';
import type { Removal } from './model.ts';
import type { Approver } from './order/approver.ts';
import type { GivenProof } from './proof.ts';
import { reason, type Reason, type ReasonCode } from './reason.ts';
import type { StateFaultLine } from './state-fault.ts';
import type { Trigger } from './trigger.ts';

/** A process as a receipt shows it. */
export interface ProcessLine {
  readonly pid: number;
  readonly name: string;
  readonly role: Role;
  readonly exe: string | null;
  /** It was stopped, and answers nobody until it goes on. */
  readonly stopped?: true;
}

/** An icon as a receipt shows it; `heldBy` is the pid of a program that is not the client itself. */
export interface IconLine {
  readonly id: string;
  readonly title: string;
  readonly heldBy?: number;
}

export interface Remaining {
  readonly processes: readonly ProcessLine[];
  readonly trayIcons: readonly IconLine[];
  readonly windows: readonly { readonly title: string; readonly visible: boolean }[];
  /** Reclaimable bytes; `null` with a reason when they are not known, never 0. */
  readonly bytes: number | null;
  readonly bytesWhy?: ReasonCode;
  readonly bytesDetail?: string;
  /** Files that a bad exit left behind (locks, crash reports); absent when not known. */
  readonly leftovers?: number;
  /** Journals of databases that the client did not close: kept, and said. */
  readonly unmerged: readonly string[];
  /** How many processes of other users look the same; never touched. */
  readonly others: number;
  /** Its processes on another desktop of the same user; not touched by a request for all clients. */
  readonly elsewhere?: number;
  /** What it started and what is no part of it: it runs on. */
  readonly started?: readonly { readonly pid: number; readonly name: string }[];
  /** Its extensions and services that macOS itself starts and ends: not touched, and no residue. */
  readonly keptBySystem?: readonly { readonly pid: number; readonly name: string }[];
  /** Probes that failed, so that this list may not be all. */
  readonly unseen: readonly UnseenLine[];
  /** Programs that may be this client; receipts of before 2026-12 have none. */
  readonly doubts?: readonly DoubtLine[];
}

/** A probe that failed. */
export interface UnseenLine {
  readonly what: string;
  readonly why: ReasonCode;
  readonly detail?: string;
}

/** A program in doubt as a receipt shows it. */
export interface DoubtLine {
  readonly pid: number;
  /** The place to confirm or to deny; null where the program hides it. */
  readonly exe: string | null;
  readonly level: Level;
  readonly because: readonly Because[];
}

/** What went, measured by what was removed; bytes in the trash are not free before it is emptied. */
export type Removed = Pick<Removal, 'files' | 'bytes' | 'to' | 'record' | 'recordNotKept'>;

/** How many things of a purge's record are back as they went. */
export interface Restoration {
  readonly record: string;
  readonly things: number;
  readonly back: number;
  /** How many of them were back before. */
  readonly before?: number;
}

/** What a receipt can be about: a request to a client, or what puts back what a purge took. */
export type ReceiptKind = RequestKind | 'restore';

/** What was moved into a dated folder, and by which record it comes back. */
export interface Moved {
  /** What `clean-exit restore CLIENT` takes; absent where nothing was moved. */
  readonly record?: string;
  /** The dated folders. Paths. */
  readonly folders: readonly string[];
  readonly things: number;
  readonly files: number;
  readonly bytes: number;
  /** Its records too. */
  readonly everything?: true;
}

/** Where something of ours is in the place of the state folder; null: in the memory of this program alone. */
export interface Elsewhere {
  readonly folder: string | null;
  /** What is the matter with the state folder. */
  readonly fault: StateFaultLine;
}

/** The picture of the screen that the policy wants after an exit, or why there is none. */
export interface EvidenceLine {
  /** What the plan means, as 64 hexadecimal digits: it stands in the picture. */
  readonly digest: string;
  readonly file?: string;
  /** SHA-256 of the file. */
  readonly sha256?: string;
  readonly why?: ReasonCode;
  readonly detail?: string;
}

/** How a request ended, beside what is there now. */
export type Result =
  | 'done' // as it was asked
  | 'nothing-to-do' // it was so already
  | 'partly' // not all of it came about, or it could not be seen whether it did
  | 'refused' // nothing was done
  | 'cancelled'; // the person no longer wanted it, or said no

export type { Trigger } from './trigger.ts';

/** One step in a receipt; `why` is a code to branch on, `detail` what the machine said to it. */
export interface StepLine extends Omit<Outcome, 'reason'> {
  readonly why?: ReasonCode;
  readonly detail?: string;
}

/** The numbers of its intent and its outcome in the audit log, or why one of them is not there. */
export interface AuditLine {
  readonly intent?: number;
  readonly outcome?: number;
  readonly fault?: StateFaultLine;
  /** What the log had to say of itself before them. */
  readonly notices?: readonly AuditNotice[];
}

/** What the keeper of an audit log has to know of it. `line`: the first that it concerns. */
export type AuditNotice =
  /** The key was gone, and a new one signs. */
  | { readonly code: 'key-replaced'; readonly line: number }
  /** Lines were gone: it had `known` of them, and ends before `line` now. */
  | { readonly code: 'lines-missing'; readonly line: number; readonly known: number };

/** How a surface got a yes. */
export type Agreement =
  | 'question' // a person was asked, and said yes
  | 'hold' // a key was held for its time
  | 'option'; // nobody was asked: `--yes`, a script, or a confirmation that is switched off

/** How the person agreed: as a surface says, or to a list that was shown before. */
export interface Consent {
  readonly by: Agreement | 'list';
  /** The code of the list of files; absent where it was about force. */
  readonly list?: string;
}

/** The order that was carried out, or refused: its digest, and those whose approval was found good. */
export interface OrderLine {
  readonly digest: string;
  readonly approvedBy: readonly Approver[];
}

/** What was asked, done and found. Schema `clean-exit/receipt/2`, stable. */
export interface Receipt {
  readonly schema: 'clean-exit/receipt/2';
  /** Names this receipt alone; receipts of version 1 have none, nor the last three. */
  readonly id?: string;
  readonly client: string;
  /** Of a request for all clients that found none (`client` is `all`): the clients that were looked at. */
  readonly looked?: readonly string[];
  readonly request: ReceiptKind;
  readonly then?: 'force';
  /** Of a purge, and of an exit that a policy lets wipe: what was to go. */
  readonly tiers?: readonly Tier[];
  readonly account?: string;
  readonly permanently?: true;
  /** Of a reset: the records too. */
  readonly everything?: true;
  readonly consent?: Consent;
  /** What was proved because the policy demands it; no secret. */
  readonly proofs?: readonly GivenProof[];
  /** The roots that the request named: no other is asked or ended. */
  readonly only?: readonly ProcessIdentity[];
  readonly result: Result;
  readonly verdict: Verdict;
  readonly steps: readonly StepLine[];
  /** What another observer said to a client that the first one called gone. */
  readonly secondLook?: SecondLookLine;
  readonly refusals: readonly Refusal[];
  readonly left: Remaining;
  /** What a purge took away. */
  readonly removed?: Removed;
  /** What a restore put back: how many of the things of a record. */
  readonly restored?: Restoration;
  /** What a reset set aside, or a restore before it brought older data back. */
  readonly moved?: Moved;
  readonly evidence?: EvidenceLine;
  /** Its lines in the audit log, where the policy wants one. */
  readonly audit?: AuditLine;
  /** Why it could not be written down; what was done is done all the same. */
  readonly notKept?: StateFaultLine;
  /** It is not kept in the state folder, but here. */
  readonly keptIn?: Elsewhere;
  /** The lock was not in the state folder, but here: in memory it keeps out this program alone. */
  readonly lockedIn?: Elsewhere;
  /** Lists and texts of it were cut, so that it fits into the log. */
  readonly shortened?: true;
  readonly elapsedMs: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly surface: string;
  readonly trigger?: Trigger;
  /** Of an order: its digest, and who approved it. */
  readonly order?: OrderLine;
  /** The version of Clean Exit. */
  readonly program?: string;
  /** SHA-256 of the policy that was in force. */
  readonly policy?: string;
}

/** What a second observer said. */
export interface SecondLookLine {
  readonly outcome: 'agrees' | 'disagrees' | 'missing';
  readonly why?: ReasonCode;
  readonly detail?: string;
}

/** One client in a status. Schema `clean-exit/status/1`. */
export interface StatusLine extends Remaining {
  readonly client: string;
  readonly name: string;
  readonly presence: Presence;
}

/** What lies on the disk: bytes of the cache, files of a bad exit. */
export interface Sizes {
  readonly bytes: number;
  readonly leftovers: number;
}

/** What is left, as plain lines; ignorance is listed, not dropped. */
export function remainingOf(
  seen: Observation,
  sizes: Known<Sizes>,
  unmerged: Known<readonly string[]>,
): Remaining {
  const { processes, trayIcons, windows } = seen;
  const facts: Readonly<Record<string, Known<unknown>>> = {
    processes,
    trayIcons,
    windows,
    unmerged,
    ...(seen.othersUnseen ? { others: { known: false, why: seen.othersUnseen } } : {}),
  };
  const failed = Object.entries(facts).flatMap(([what, fact]) =>
    fact.known ? [] : [{ what, ...whyLine(fact.why) }],
  );
  // Those who do not know of doubts learn that the list may not be all.
  const isInDoubt = seen.processes.known && likelyAmong(seen.doubts).length > 0;
  const unseen: readonly UnseenLine[] = [
    ...(isInDoubt ? [{ what: 'processes', why: 'unknown-place' } as const] : []),
    ...failed,
  ];
  return {
    processes: valueOr(seen.processes, NOBODY).map((process) => ({
      pid: process.pid,
      name: process.name,
      role: process.role,
      exe: valueOr(process.exe, null),
      ...(process.isStopped ? { stopped: true as const } : {}),
    })),
    trayIcons: valueOr(seen.trayIcons, []).map((icon) => iconLine(icon, seen)),
    windows: valueOr(seen.windows, []).map(({ title, visible }) => ({ title, visible })),
    bytes: sizes.known ? sizes.value.bytes : null,
    ...(sizes.known ? {} : bytesLine(sizes.why)),
    // The lock of a client that runs is in use, not left.
    ...(sizes.known && !mayUseFiles(seen) ? { leftovers: sizes.value.leftovers } : {}),
    unmerged: valueOr(unmerged, []),
    others: seen.others.length,
    ...(seen.elsewhere ? { elsewhere: seen.elsewhere.length } : {}),
    ...(seen.started?.length
      ? { started: seen.started.map(({ pid, name }) => ({ pid, name })) }
      : {}),
    ...(seen.keptBySystem?.length
      ? { keptBySystem: seen.keptBySystem.map(({ pid, name }) => ({ pid, name })) }
      : {}),
    unseen,
    doubts: doubtLinesOf(seen),
  };
}

/** Whether its files may be in use: by its processes, also on another desktop, or by a program that may be it. */
export const mayUseFiles = ({
  processes,
  doubts,
  elsewhere = [],
}: Pick<Observation, 'processes' | 'doubts' | 'elsewhere'>): boolean =>
  !processes.known ||
  processes.value.length > 0 ||
  likelyAmong(doubts).length > 0 ||
  elsewhere.length > 0;

const NOBODY: readonly ClientProcess[] = [];

/** What is in doubt, as plain lines. */
export const doubtLinesOf = ({ doubts }: Observation): readonly DoubtLine[] =>
  doubts.map(({ pid, place, level, because }) => ({ pid, exe: place, level, because }));

function iconLine({ id, title, holder, proxyFor }: TrayIcon, seen: Observation): IconLine {
  const pids = valueOr(seen.processes, []).map(({ pid }) => pid);
  const isOthers = holder.known && proxyFor === undefined && !pids.includes(holder.value);
  return { id, title, ...(isOthers ? { heldBy: holder.value } : {}) };
}

/** Why the reclaimable bytes are not known. */
export const bytesLine = ({
  code,
  detail,
}: Reason): Pick<Remaining, 'bytesWhy' | 'bytesDetail'> => ({
  bytesWhy: code,
  ...(detail === undefined ? {} : { bytesDetail: detail }),
});

/** A reason as the lines of a receipt have it. */
export const whyLine = ({ code, detail }: Reason): { why: ReasonCode; detail?: string } => ({
  why: code,
  ...(detail === undefined ? {} : { detail }),
});

/** The same as one value again; undefined where the line has none. */
export const reasonIn = ({ why, detail }: Pick<StepLine, 'why' | 'detail'>): Reason | undefined =>
  why === undefined ? undefined : reason(why, detail);

/** What a refusal is about, with what the machine said to it. */
export const refusedSubject = ({ subject, detail }: Refusal): string =>
  detail ? `${subject} (${detail})` : subject;

/** An outcome as a receipt shows it. */
export const stepLine = ({ reason: why, ms, ...rest }: Outcome): StepLine => ({
  ...rest,
  ...(why === undefined ? {} : whyLine(why)),
  ms,
});

/** A root was ended by force: that is no safe exit, whatever was asked for. */
export const wasForced = ({ request, steps }: Pick<Receipt, 'request' | 'steps'>): boolean =>
  request === 'exit' &&
  steps.some(({ kind, role, outcome }) => kind === 'end' && role === 'root' && outcome === 'done');

/** No process of it could be asked to quit, so that it asks nobody anything because of us. */
export const isUnasked = ({ steps }: Pick<Receipt, 'steps'>): boolean =>
  steps.some(({ why }) => why === 'nobody-asked') &&
  !steps.some(({ kind, outcome }) => kind === 'ask' && outcome === 'done');
