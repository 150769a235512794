import { codesIn, fields, items, text, type LoggedEvent } from './read-event.ts';

type Column = readonly [name: string, value: (one: LoggedEvent) => string];

const COLUMNS: readonly Column[] = [
  ['sequence', ({ place }) => String(place.sequence)],
  ['time', ({ event }) => event.time_dt],
  ['phase', ({ said }) => text(said['phase'])],
  ['request', ({ said }) => text(said['request']) || text(said['statement'])],
  ['client', ({ said }) => text(said['client'])],
  ['status', ({ event }) => event.status],
  ['status_code', ({ event }) => event.status_code ?? ''],
  ['result', ({ said }) => text(said['result'])],
  ['verdict', ({ said }) => text(said['verdict'])],
  ['remains', ({ said }) => remains(said['remains'])],
  ['proofs', ({ said }) => codesIn(said, 'proofs', 'kind').join(' ')],
  ['refusals', ({ said }) => codesIn(said, 'refusals', 'code').join(' ')],
  ['surface', ({ said }) => text(said['surface'])],
  ['trigger', ({ said }) => text(said['trigger'])],
  ['user', ({ event }) => text(fields(fields(event.actor)['user'])['name'])],
  ['device', ({ event }) => text(fields(event.device)['uid'])],
  ['host', ({ event }) => text(fields(event.device)['hostname'])],
  ['program', ({ event }) => event.metadata.product.version],
  ['policy_digest', ({ said }) => text(said['policy_digest'])],
  ['plan_digest', ({ said }) => text(said['plan_digest'])],
  ['request_id', ({ event }) => event.metadata.correlation_uid ?? ''],
  ['chain', ({ place }) => place.chain],
  ['fingerprint', ({ place }) => place.fingerprint],
];

/** The first line of the table (RFC 4180). */
export const csvHead = (): string => COLUMNS.map(([name]) => name).join(',');

/** An event as one line of it. */
export const csv = (one: LoggedEvent): string =>
  COLUMNS.map(([, value]) => cell(value(one))).join(',');

/** A spreadsheet takes what begins like a formula for one, and a line break for the end of a row. */
function cell(value: string): string {
  const plain = value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(plain) ? `'${plain}` : plain;
  return /[",']|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const remains = (value: unknown): string => {
  const { processes, tray_icons, windows } = fields(value);
  const counts = { processes: items(processes).length, tray_icons, windows };
  return Object.entries(counts)
    .filter(([, count]) => typeof count === 'number' && count > 0)
    .map(([name, count]) => `${text(count)} ${name}`)
    .join(' ');
};
