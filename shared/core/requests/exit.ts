import { leaving } from './leaving.ts';
import type { RequestRules } from './rules.ts';

/** The client is asked to leave; only `then: force` ends a root that does not. */
export const exit: RequestRules = {
  about: 'programs',
  needs: ({ processes }) => [processes],
  denies: [],
  steps: (input) => leaving(input, false),
  judge: (left) => left,
  isDone: ({ verdict }) => verdict === 'gone',
};
