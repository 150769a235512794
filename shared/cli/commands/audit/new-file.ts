import { existsSync } from 'node:fs';
import { words } from '../../../words/words.ts';
import { UsageError, type Context } from '../../context.ts';

/** How a file is written that is not there yet, for its owner alone. */
export const NEW = { flag: 'wx', mode: 0o600 } as const;

/** Throws UsageError where a file is there already: nothing is written over. */
export function mustBeNew({ lang }: Pick<Context, 'lang'>, ...files: readonly string[]): void {
  const say = words(lang).auditVerify;
  for (const file of files)
    if (existsSync(file)) throw new UsageError(say.exists(file), say.existsNext);
}
