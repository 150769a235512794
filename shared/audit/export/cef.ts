import { codesIn, fields, text, type LoggedEvent } from './read-event.ts';

/**
 * An event as one line of ArcSight's Common Event Format (version 0, "CEF Implementation Standard" 25). Severity 3 where
 * it went well, 6 where it did not.
 */
export function cef({ place, event, said }: LoggedEvent): string {
  const header = [
    ...['CEF:0', 'Clean Exit', 'Clean Exit', event.metadata.product.version],
    ...[String(event.type_uid), event.type_name, event.status_id === 2 ? '6' : '3'],
  ];
  const device = fields(event.device);
  const user = fields(fields(event.actor)['user']);
  const values: Readonly<Record<string, string>> = {
    ...{ rt: String(event.time), externalId: String(place.sequence), outcome: event.status },
    ...{ reason: event.status_code ?? '', suser: text(user['name']), suid: text(user['uid']) },
    ...{ dvchost: text(device['hostname']), deviceExternalId: text(device['uid']) },
    act: [text(said['request']) || text(said['statement']), text(said['phase'])].join(' '),
    app: text(said['client']),
    ...{ cs1Label: 'verdict', cs1: text(said['verdict']) },
    ...{ cs2Label: 'surface', cs2: text(said['surface']) },
    ...{ cs3Label: 'proofs', cs3: codesIn(said, 'proofs', 'kind').join(' ') },
    ...{ cs4Label: 'refusals', cs4: codesIn(said, 'refusals', 'code').join(' ') },
    ...{ cs5Label: 'chain', cs5: place.chain, cs6Label: 'fingerprint', cs6: place.fingerprint },
  };
  const extension = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${inExtension(value)}`);
  return `${header.map((one, at) => (at === 0 ? one : inHeader(one))).join('|')}|${extension.join(' ')}`;
}

/** A header escapes its divider and has no line break; an extension escapes `=` and writes line breaks as letters. */
const inHeader = (value: string): string =>
  value.replace(/[\\|]/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, ' ');

const inExtension = (value: string): string =>
  value
    .replace(/[\\=]/g, '\\$&')
    .replace(/\r?\n|[\u2028\u2029]/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\p{Cc}/gu, ' ');
