import { readLine } from '../read-line.ts';

/** "log audit" (13) and "informational" (6): RFC 5424, section 6.2.1. */
const PRIORITY = 13 * 8 + 6;
/** The number that is set aside for documentation (RFC 5612): we have none of our own. */
const ENTERPRISE = 32_473;

interface Origin {
  readonly device?: { readonly hostname?: unknown };
  readonly unmapped?: { readonly clean_exit?: { readonly phase?: unknown } };
}

/**
 * A line of the log as one message of syslog (RFC 5424). The message is the whole line, so that its receiver can verify
 * it; a line that is damaged is sent as it is, without what it says of itself.
 */
export function rfc5424(line: Buffer): Buffer {
  const read = readLine(line);
  if (!read) return message({ at: '-', host: '-', about: 'damaged', data: '-' }, line);
  const { device, unmapped } = JSON.parse(line.toString()) as Origin;
  const data = element({
    ...{ sequence: String(read.sequence), chain: read.chain, fingerprint: read.fingerprint },
  });
  return message(
    {
      at: timestamp(read.time),
      host: printable(device?.hostname, 255),
      about: printable(unmapped?.clean_exit?.phase, 32),
      data,
    },
    line,
  );
}

/** A checkpoint as one message. Its line breaks are written as `\n`, since some receivers end a message at one. */
export const checkpointMessage = (note: string, at: number): Buffer =>
  message(
    { at: timestamp(at), host: '-', about: 'checkpoint', data: '-' },
    Buffer.from(JSON.stringify({ checkpoint: note })),
  );

interface Header {
  readonly at: string;
  readonly host: string;
  /** MSGID. */
  readonly about: string;
  readonly data: string;
}

const message = ({ at, host, about, data }: Header, said: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<${PRIORITY}>1 ${at} ${host} clean-exit - ${about} ${data} `), said]);

const element = (values: Readonly<Record<string, string>>): string =>
  `[audit@${ENTERPRISE} ${Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ')}]`;

/** RFC 5424, section 6.3.3. */
const escaped = (value: string): string => value.replace(/["\\\]]/g, '\\$&');

/** PRINTUSASCII of RFC 5424; the sign for "nothing" where nothing is left. */
const printable = (text: unknown, most: number): string =>
  (typeof text === 'string' ? text : '').replace(/[^\x21-\x7e]/g, '').slice(0, most) || '-';

/** RFC 5424, section 6.2.3: a year has four digits there. */
function timestamp(ms: number): string {
  const isDate = ms >= 0 && ms < Date.UTC(10_000, 0);
  return isDate ? new Date(ms).toISOString() : '-';
}
