import type { AuditEvent } from '../event.ts';
import type { Json } from '../json.ts';
import { readLine, type LinePlace } from '../read-line.ts';

/** A line of the log as what it says. */
export interface LoggedEvent {
  readonly place: Pick<LinePlace, 'sequence' | 'chain' | 'time' | 'uid' | 'fingerprint'>;
  readonly event: AuditEvent;
  /** What is ours in it: any member may be missing. */
  readonly said: Readonly<Record<string, Json | undefined>>;
}

/** Undefined where it is no line of a log. */
export function readEvent(line: Buffer): LoggedEvent | undefined {
  const place = readLine(line);
  if (!place) return undefined;
  const event = JSON.parse(line.toString()) as AuditEvent;
  if (!isEvent(event)) return undefined;
  return { place, event, said: fields(event.unmapped.clean_exit) };
}

/** Whether the members are there that every event has: a line may have been edited. */
function isEvent(value: unknown): value is AuditEvent {
  const {
    metadata,
    time_dt,
    type_name,
    type_uid,
    class_uid,
    status,
    status_code = '',
  } = fields(value);
  const { product, correlation_uid = '' } = fields(metadata);
  const texts = [
    time_dt,
    type_name,
    status,
    status_code,
    correlation_uid,
    fields(product)['version'],
  ];
  const numbers = [type_uid, class_uid];
  return (
    texts.every((one) => typeof one === 'string') &&
    numbers.every((one) => typeof one === 'number') &&
    fields(fields(value)['unmapped'])['clean_exit'] !== undefined
  );
}

/** A value as an object; empty where it is none. */
export const fields = (value: unknown): Readonly<Record<string, Json | undefined>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};

/** A value as a list; empty where it is none. */
export const items = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

/** A value as a text; empty where it is none. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The codes of the refusals, and the kinds of the proofs. */
export const codesIn = (said: LoggedEvent['said'], list: string, name: string): readonly string[] =>
  items(said[list]).map((one) => text(fields(one)[name]));
