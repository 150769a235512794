import type { Json } from './json.ts';

/** What an event is about: what was going to be done, what came of it, or something about the log itself. */
export type Phase = 'intent' | 'outcome' | 'summary' | 'statement';

/** What OCSF has no member for. */
export interface CleanExitPart {
  readonly phase: Phase;
  readonly [name: string]: Json | undefined;
}

/** A class of OCSF 1.8.0, and what happened in its terms. */
export interface Activity {
  readonly category_uid: number;
  readonly category_name: string;
  readonly class_uid: number;
  readonly class_name: string;
  readonly activity_id: number;
  readonly activity_name: string;
}

/** One event in the terms of OCSF 1.8.0, before it has a place in the log. No window title, no name of a chat. */
export interface AuditEvent extends Activity {
  readonly metadata: {
    readonly version: '1.8.0';
    readonly product: {
      readonly name: string;
      readonly vendor_name: string;
      readonly version: string;
    };
    readonly log_name: string;
    readonly profiles: readonly string[];
    /** Names this event alone. */
    readonly uid: string;
    /** The same in the intent and the outcome of one request. */
    readonly correlation_uid?: string;
  };
  /** ms since 1970. */
  readonly time: number;
  /** The same as ISO 8601, UTC. */
  readonly time_dt: string;
  readonly type_uid: number;
  readonly type_name: string;
  readonly severity_id: number;
  readonly severity: string;
  readonly status_id: 1 | 2 | 99;
  readonly status: string;
  readonly status_code?: string;
  readonly actor: Json;
  readonly device: Json;
  readonly app?: Json;
  readonly process?: Json;
  readonly file?: Json;
  readonly log_name?: string;
  readonly log_type?: string;
  readonly log_type_id?: number;
  readonly unmapped: {
    readonly clean_exit: CleanExitPart;
    readonly auth_factors?: Json;
  };
}
