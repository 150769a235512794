import type { Receipt } from './receipt.ts';
import { REQUESTS } from './requests/index.ts';

/** True when it was done as asked and nothing was refused: exit code 0. */
export const isClean = (receipt: Receipt): boolean =>
  receipt.refusals.length === 0 &&
  (receipt.request === 'restore'
    ? receipt.verdict === 'gone'
    : REQUESTS[receipt.request].isDone(receipt));
