import type { wipe as en } from '../en/wipe.ts';

export const wipe: typeof en = {
  then: (tiers) => `确认退净后移除${tiers}`,
};
