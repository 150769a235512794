import type { Edition, ProcessPattern } from '../core/client.ts';
import type { Known, Why } from '../core/known.ts';
import type {
  Check,
  ClientId,
  Outcome,
  Platform,
  Policy,
  RefusalCode,
  Snapshot,
  Tier,
  Verdict,
  QuitMethod,
} from '../core/model.ts';
import type { Places } from '../core/paths.ts';

/**
 * What a computer showed and answered, without anything that says whose it is. Schema
 * `clean-exit/recording/1`, stable. A machine can be made of it again: `recordedMachine`.
 */
export interface Recording {
  readonly schema: 'clean-exit/recording/1';
  /** Version of Clean Exit. */
  readonly tool: string;
  /** UTC, the day only. */
  readonly date: string;
  readonly platform: Platform;
  /** The system's own version. */
  readonly system: string;
  /** What it was recorded on, in the words of whoever keeps it. */
  readonly source?: string;
  readonly places: Places;
  readonly checks: readonly Check[];
  readonly clients: readonly RecordedClient[];
}

export interface RecordedClient {
  readonly client: ClientId;
  /** How it is known, where the catalogue does not say. */
  readonly own?: readonly OwnEdition[];
  /** Absent where it was only looked at. */
  readonly asked?: Asked;
  /** All that its machine was asked, in order. */
  readonly calls: readonly Call[];
}

export type OwnPattern = Pick<ProcessPattern, 'exe' | 'script' | 'sandbox' | 'belowRoot'>;

/** Of an edition that the user described: what recognising and asking need. */
export interface OwnEdition extends Pick<Edition, 'tray' | 'closeQuits'> {
  readonly roots: readonly OwnPattern[];
  readonly helpers: readonly OwnPattern[];
}

/** A request, and what it came to. */
export interface Asked {
  readonly kind: 'exit' | 'force';
  readonly then?: 'force';
  readonly policy: Policy;
  readonly verdict: Verdict;
  readonly outcomes: readonly RecordedOutcome[];
  readonly refusals: readonly RefusalCode[];
}

/** An outcome without whom it was about; `why` is the code alone, or by what it was asked. */
export interface RecordedOutcome extends Pick<Outcome, 'role' | 'outcome' | 'ms'> {
  readonly kind: Outcome['kind'] | 'look';
  readonly why?: string;
}

/** A delivery as recordings say it; `detail` is `already`, a label or a method. */
export type RecordedDelivery =
  | { readonly delivered: true; readonly detail?: string }
  | { readonly delivered: false; readonly why: Why };

/** How much of one tier was listed. */
export interface Sum {
  readonly tier: Tier;
  readonly files: number;
  readonly bytes: number;
}

export interface Sums {
  readonly sums: readonly Sum[];
  /** Why the listing may not be all; only the code. */
  readonly refusals: readonly RefusalCode[];
}

/** One question to the machine, and its answer. `ms` since the recording began, `took` how long. */
export type Call = { readonly ms: number; readonly took: number } & Answer;

export type Answer =
  | { readonly verb: 'observe'; readonly full: boolean; readonly answer: Snapshot }
  | {
      readonly verb: 'askToQuit';
      readonly by: QuitMethod['by'];
      readonly pid: number;
      readonly answer: RecordedDelivery;
    }
  | { readonly verb: 'close' | 'end'; readonly pid: number; readonly answer: RecordedDelivery }
  /** Who was still there when the time was over. */
  | { readonly verb: 'untilGone'; readonly answer: readonly number[] }
  | { readonly verb: 'list'; readonly answer: Known<Sums> }
  /** How many journals were left. */
  | { readonly verb: 'unmerged'; readonly answer: Known<number> }
  | { readonly verb: 'claim'; readonly answer: boolean };
