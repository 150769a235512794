/** Who is acting on a client right now. */
export interface Holder {
  readonly pid: number;
  readonly startTime: string;
  /** What it is doing, e.g. `exit`. */
  readonly request: string;
  /** ISO 8601. */
  readonly since: string;
}
