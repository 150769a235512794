import type { Known } from '../../core/known.ts';

/** Our own command line, as another program of this computer. */
export interface CommandLine {
  /** Its file. */
  readonly at: string;
  /** What it answers to these arguments as JSON; its exit code only repeats it. */
  ask(args: readonly string[]): Promise<Known<unknown>>;
}
