import type { ClientProcess, ProcessIdentity } from './model.ts';

/** The roots among these, as a request names those that a person saw (`Request.only`). */
export const rootIdentities = (all: readonly ClientProcess[]): readonly ProcessIdentity[] =>
  all
    .filter(({ role }) => role === 'root')
    .map(({ pid, startTime, owner }) => ({ pid, startTime, owner }));
