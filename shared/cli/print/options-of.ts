import type { Request } from '../../core/model.ts';
import { quoted } from '../../words/doubts-in-words.ts';

/** The options of a purge as they were typed, to be said again: ` --tier your-files --account 'a b'`. */
export function optionsOf({
  kind,
  tiers = ['cache'],
  account,
  permanently,
}: Pick<Request, 'kind' | 'tiers' | 'account' | 'permanently'>): string {
  if (kind !== 'purge') return '';
  const isUsual = tiers.length === 1 && tiers[0] === 'cache';
  return [
    isUsual ? '' : ` --tier ${tiers.join(',')}`,
    account === undefined ? '' : ` --account ${quoted(account)}`,
    permanently ? ' --permanently' : '',
  ].join('');
}
