import type { CatalogueId } from './index.ts';

/** The clients that most people have, most used first: surfaces with little space begin with these. */
export const MOST_USED = [
  'wechat',
  'wecom',
  'qq',
  'dingtalk',
  'feishu',
  'telegram',
  'slack',
] as const satisfies readonly CatalogueId[];
