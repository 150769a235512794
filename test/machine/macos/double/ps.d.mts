import type { Stand } from './double.ts';
import type { Real } from './real.mjs';
export declare const ps: Stand;
export declare function table(
  rows: readonly Real[],
  columns: readonly string[],
  locale?: 'C' | 'UTF-8',
): string;
