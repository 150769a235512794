import { forceOnlyWhereAllowed } from '../rules/force-only-where-allowed.ts';
import { exit } from './exit.ts';
import { leaving } from './leaving.ts';
import type { RequestRules } from './rules.ts';

/** The client is ended at once. */
export const force: RequestRules = {
  ...exit,
  denies: [...exit.denies, forceOnlyWhereAllowed],
  steps: (input) => leaving(input, true),
};
