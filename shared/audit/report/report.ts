import { fields, text, type LoggedEvent } from '../export/read-event.ts';
import { countsOf, type ClientCount } from './counts.ts';
import { Gaps, type Gap } from './gaps.ts';
import { RequestsOf } from './requests.ts';
import type { RequestRow } from './row.ts';
import { isWithin, type Span } from './span.ts';

/** What the log says of a period. Nothing of it is verified here. */
export interface Report {
  readonly span: Span;
  readonly rows: readonly RequestRow[];
  /** Those of the period, and those that have no time. */
  readonly gaps: readonly Gap[];
  readonly counts: readonly ClientCount[];
  /** When the first and the last line of the whole log were written; absent where it has none. */
  readonly covers?: Span;
  /** Each as it is first named, of the period alone. */
  readonly named: Readonly<Record<Named, readonly string[]>>;
}

/** What the head of a report names. */
export type Named = 'devices' | 'users' | 'programs' | 'policies';

/** The lines of a whole log, in its order; undefined for one that cannot be read. */
export function reportOf(lines: Iterable<LoggedEvent | undefined>, span: Span): Report {
  const gaps = new Gaps();
  const requests = new RequestsOf(span);
  const named = { devices: set(), users: set(), programs: set(), policies: set() };
  let covers: Span | undefined;
  for (const event of lines) {
    gaps.take(event);
    if (!event) continue;
    requests.take(event);
    const { time } = event.place;
    covers = {
      from: Math.min(covers?.from ?? time, time),
      to: Math.max(covers?.to ?? time, time),
    };
    if (isWithin(span, time)) name(named, event);
  }
  const rows = requests.rows();
  return {
    ...{ span, rows, counts: countsOf(rows) },
    gaps: gaps.list.filter(
      ({ code, at }) => code === 'missing' || at === undefined || isWithin(span, at),
    ),
    ...(covers ? { covers } : {}),
    named: {
      ...{ devices: [...named.devices], users: [...named.users] },
      ...{ programs: [...named.programs], policies: [...named.policies] },
    },
  };
}

const set = (): Set<string> => new Set();

function name(named: Readonly<Record<Named, Set<string>>>, { event, said }: LoggedEvent): void {
  const add = (which: Named, ...parts: readonly string[]): void => {
    const whole = parts.filter(Boolean).join(' · ');
    if (whole !== '') named[which].add(whole);
  };
  const device = fields(event.device);
  const user = fields(fields(event.actor)['user']);
  const { product } = event.metadata;
  add('devices', text(device['hostname']), text(fields(device['os'])['name']), text(device['uid']));
  add('users', text(user['name']), text(user['uid']));
  add('programs', [text(product?.name), text(product?.version)].filter(Boolean).join(' '));
  add('policies', text(said['policy_digest']));
}
