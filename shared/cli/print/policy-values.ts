import type { Policy } from '../../core/model.ts';
import type { Cell } from './table.ts';
import { listed } from './listed.ts';
import { inHome } from './in-home.ts';
import type { SaidBy } from '../../core/policy.ts';
import type { When, WhenTime } from '../../core/when.ts';
import type { PolicyDemand, PolicyValue } from '../../policy/values.ts';
import type { Words } from '../../words/en.ts';
import { visible } from '../../core/visible.ts';

/** A value as its file has it, without quotes; a list with commas, or one line for each object. */
export function valueText({ field, value }: Pick<PolicyValue, 'field' | 'value'>): Cell {
  if (value === undefined) return '-';
  if (Array.isArray(value) && value.length > 0)
    return field === 'when'
      ? (value as readonly When[]).map(whenInShort)
      : value.map(plainText).join(', ');
  return field.endsWith('Ms') ? `${plainText(value)} ms` : plainText(value);
}

const whenInShort = (when: When): string =>
  [
    ...('at' in when ? [when.at, ...(when.days ?? [])] : []),
    ...('on' in when ? [when.on] : []),
    ...('idleMinutes' in when ? [`idle ${when.idleMinutes} min`] : []),
    ...(when.do === 'wipe' ? ['wipe'] : []),
  ].join(' ');

const plainText = (value: unknown): string =>
  visible(typeof value === 'string' ? value : JSON.stringify(value));

/** Who says a value, with the file; the default where nobody does. */
export function sourceText(
  saidBy: SaidBy | undefined,
  { words, home }: { readonly words: Words; readonly home: string },
): string {
  const { policy: say } = words;
  if (!saidBy) return say.defaults;
  const { source, file, client } = saidBy;
  const who = client === undefined ? say.source[source] : say.saidOf(say.source[source], client);
  return file === undefined ? who : who + words.receipt.colon + visible(inHome(file, home));
}

/** A value as its sentence says it. */
export function wordedValue(field: keyof Policy, value: unknown, say: Words): string {
  if (field === 'when') return listed((value as readonly When[]).map(whenText(say)), say);
  if (field === 'log') return visible(named(value as object).join(', '));
  if (field === 'wipe')
    return listed(
      (value as NonNullable<Policy['wipe']>).map((tier) => say.tier[tier]),
      say,
    );
  return typeof value === 'number' && field.endsWith('Ms')
    ? say.receipt.elapsed(String(value / 1_000))
    : plainText(value);
}

/** Each value below one, with its name: `ship.to syslog+tls://…`. */
const named = (value: object, before = ''): readonly string[] =>
  Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    typeof one === 'object' && one !== null
      ? named(one, `${before}${name}.`)
      : [`${before}${name} ${String(one)}`],
  );

const whenText =
  (words: Words) =>
  (when: When): string => {
    const { policy: say } = words;
    const deed = when.do === 'wipe' ? ` (${say.deed.wipe})` : '';
    if ('at' in when) return timeText(when, words) + deed;
    return ('on' in when ? say.event[when.on] : say.idle(when.idleMinutes)) + deed;
  };

function timeText({ at, days }: WhenTime, words: Words): string {
  const { policy: say } = words;
  if (!days) return say.everyDay(at);
  const named = days.map((day) => say.day[day]);
  return say.at(at, listed(named, words));
}

/** `demand.purge.person` and its proofs; without the trigger where the same is demanded of all. */
export const demandText = (
  { deed, trigger, proofs }: PolicyDemand,
  isOfAll: boolean,
): readonly [string, string] => [
  isOfAll ? `demand.${deed}` : `demand.${deed}.${trigger}`,
  proofs.map(({ proof }) => proof).join(', '),
];
