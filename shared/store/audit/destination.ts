import type { Policy } from '../../core/model.ts';
import type { Receiver } from '../../machine/syslog/receiver.ts';

/** Where a log goes. */
export type Destination =
  | { readonly to: string; readonly receiver: Receiver }
  | { readonly to: string; readonly folder: string };

/** Where a policy wants the log to be shipped, as its state is kept; undefined where it names no place. */
export function wantedPlace({ log }: Pick<Policy, 'log'>): string | undefined {
  const to = log?.ship?.to;
  return to === undefined ? undefined : (destinationOf(to)?.to ?? to);
}

const URL = /^syslog\+(tcp|tls):\/\/(\[[\da-f:.%]+\]|[^\s/:@[\]]+):(\d{1,5})\/?$/i;
const FOLDER = /^(\/|[A-Za-z]:[\\/]|\\\\)/;

/**
 * `syslog+tcp://host:port`, `syslog+tls://host:port` or an absolute path; undefined for anything else. The files of
 * `tls` are for the second alone.
 */
export function destinationOf(
  to: string,
  tls: Exclude<Receiver['tls'], undefined> = {},
): Destination | undefined {
  if (FOLDER.test(to)) return { to, folder: to };
  const [, way, name, digits] = URL.exec(to) ?? [];
  const port = Number(digits);
  if (way === undefined || name === undefined || port < 1 || port > 65_535) return undefined;
  const host = name.replace(/^\[|\]$/g, '');
  const isTls = way.toLowerCase() === 'tls';
  return {
    to: `syslog+${way.toLowerCase()}://${name}:${port}`,
    receiver: { host, port, ...(isTls ? { tls } : {}) },
  };
}
