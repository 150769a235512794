import type { RequestUi } from '../engine/engine.ts';
import type { Context } from './context.ts';
import { idIn } from './resolve-clients.ts';
import { satisfying, type SatisfyOptions } from './satisfying.ts';

export type RestoreOptions = Pick<SatisfyOptions, 'yes' | 'codeStdin' | 'dryRun'>;

/** How demands are met before something is put back. */
export const restoring = (
  context: Context,
  client: string,
  options: RestoreOptions,
): RequestUi => ({
  signal: context.cancelled,
  ...satisfying(context, options, {
    ...{ kind: 'restore', names: idIn(context, client), agreed: 'option' },
    clear: () => undefined,
  }),
});
