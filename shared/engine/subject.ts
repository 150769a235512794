import type { Process } from '../core/model.ts';

/** A process as people read it. */
export const subjectOf = (process: Process): string => `${process.name} (${process.pid})`;

/** The same process, not merely the same number (habit 3). */
export const sameProcess = (a: Process, b: Process): boolean =>
  a.pid === b.pid && a.startTime === b.startTime && a.owner === b.owner;
