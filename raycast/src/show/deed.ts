import type { RequestKind } from '@shared/core/model.ts';

/** What a request is called in titles. */
export const deedTitle = (kind: RequestKind): string => TITLES[kind] ?? 'Request';

const TITLES: Readonly<Partial<Record<RequestKind, string>>> = {
  exit: 'Safe Exit',
  force: 'Force Exit',
  hide: 'Hide',
  purge: 'Purge Cache',
};
