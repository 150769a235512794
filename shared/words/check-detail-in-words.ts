import type { Check } from '../core/model.ts';
import type { Words } from './en.ts';

/** What a check found, in the language of the reader: an address or an error of the system stays as it is. */
export function checkDetailInWords({ detail }: Pick<Check, 'detail'>, say: Words): string {
  const found = say.checkDetail;
  const [, count = '', hidden = '', more = ''] = /^(\d+), (\d+) hidden(.*)$/.exec(detail) ?? [];
  if (count !== '') return found.processes(count, hidden, more);
  const [, all = '', named = ''] = /^(\d+), (\d+) by name only$/.exec(detail) ?? [];
  if (all !== '') return found.byName(all, named);
  const [, seen = ''] = /^ps-list: (\d+)$/.exec(detail) ?? [];
  if (seen !== '') return found.observer(seen);
  const name = FIXED[detail];
  return name === undefined ? detail : found[name];
}

/** What the machines say in words of their own. */
const FIXED: Readonly<
  Record<string, 'none' | 'noBus' | 'noWatcher' | 'polling' | 'notWhose' | undefined>
> = {
  none: 'none',
  'no session bus': 'noBus',
  'no StatusNotifierWatcher': 'noWatcher',
  stat: 'polling',
  'macOS does not say whose icon is whose': 'notWhose',
};
