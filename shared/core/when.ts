/** What a time, an idle computer or an event of the session makes Clean Exit do; an exit where nothing is said. */
export type When = (WhenTime | WhenIdle | WhenEvent) & { readonly do?: 'exit' | 'wipe' };

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What happens in a session. */
export const SESSION_EVENTS = ['lock', 'sleep', 'log-off', 'shut-down'] as const;

export interface WhenTime {
  /** Local time, `18:30`. */
  readonly at: string;
  /** Every day where absent. */
  readonly days?: readonly (typeof DAYS)[number][];
}

export interface WhenIdle {
  readonly idleMinutes: number;
}

export interface WhenEvent {
  readonly on: (typeof SESSION_EVENTS)[number];
}
