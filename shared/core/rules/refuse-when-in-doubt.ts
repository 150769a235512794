import type { DenyRule } from '../plan-input.ts';
import { refusalForDoubts } from './what-is-not-recognised-is-not-gone.ts';

/** Files are left alone while a program runs that may be the client. */
export const refuseWhenInDoubt: DenyRule = ({ seen }) => {
  const doubted = refusalForDoubts(seen);
  return doubted ? [doubted] : [];
};
