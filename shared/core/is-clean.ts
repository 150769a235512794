import type { Receipt } from './receipt.ts';

/** True when it was done as asked, or was so already: exit code 0. */
export const isClean = ({ result }: Pick<Receipt, 'result'>): boolean =>
  result === 'done' || result === 'nothing-to-do';
