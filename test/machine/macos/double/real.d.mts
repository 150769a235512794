import type { ShownProgram } from './double.ts';
export interface Real {
  readonly pid: number;
  readonly parent: number;
  readonly owner: number;
  readonly state: string;
  /** In kB. */
  readonly resident: number;
  /** Seconds since 1970. */
  readonly began: number;
  readonly program?: ShownProgram | undefined;
  readonly args: readonly string[];
  readonly name: string;
}
export declare function realProcesses(programs: readonly ShownProgram[]): readonly Real[];
