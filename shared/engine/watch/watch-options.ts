import type { Observer } from '../observer.ts';

/** What can be shown of a client beyond a look. */
export type Detail = 'memory' | 'accounts' | 'line';

/** What a surface shows, how often it looks, and what it hears of. Times in ms. */
export interface WatchOptions {
  /** From the end of a look to the next, while something is visible; without it the watch looks when asked. */
  readonly everyMs?: number;
  /** What was seen longer ago is not shown when something becomes visible again. */
  readonly staleMs?: number;
  /** How long a watch waits after a wake, when everything is late. */
  readonly wakeMs?: number;
  /** The clients whose sizes are shown. */
  readonly sizes?: () => readonly string[];
  /** The details that are shown, by client. */
  readonly details?: () => readonly (readonly [id: string, what: Detail])[];
  /** Details are seen again at every look; without it when their client came or went, or when asked. */
  readonly hasLiveDetails?: boolean;
  /** The program does not end while the watch waits for its next look. */
  readonly keepsAlive?: boolean;
  /** The state changed. */
  readonly onChange?: () => void;
  /** All details that were due after a look were seen. */
  readonly onDetailed?: () => void;
  readonly onFault?: (what: 'look' | 'details' | 'sizes', error: Error) => void;
}

/** What the monitors of a watch need from outside. */
export interface MonitorDeps extends WatchOptions {
  readonly engine: Observer;
  /** ms since 1970. */
  readonly now: () => number;
}
