import type { evidence as en } from '../en/evidence.ts';

export const evidence: typeof en = {
  label: '截图',
  notTaken: (why) => `没有截图：${why}`,
};
