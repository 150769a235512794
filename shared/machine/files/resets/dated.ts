import { posix as path } from 'node:path';

/** The folder of ours beside a data root in which everything that was set aside there lies, by date. */
export const DATED_FOLDERS = '.clean-exit-set-aside';

const ID = /^\d{8}-\d{6}-[0-9a-f]{8}$/;

/** Whether a text is the name of a record. */
export const isResetId = (text: string): boolean => ID.test(text);

/** A name for what is set aside at this moment (ms since 1970), by the clock on the wall. */
export function resetId(now: number): string {
  const local = new Date(now - new Date(now).getTimezoneOffset() * 60_000).toISOString();
  const [day, time] = [local.slice(0, 10), local.slice(11, 19)];
  return `${day.replaceAll('-', '')}-${time.replaceAll(':', '')}-${crypto.randomUUID().slice(0, 8)}`;
}

/** Whether a person means this record by what was typed: its name, or the beginning of its date. */
export function meansReset(id: string, typed: string): boolean {
  if (typed === id) return true;
  const digits = typed.replace(/[-:./\sT\u5e74\u6708\u65e5\u65f6\u5206\u79d2]/g, '');
  return /^\d{4,14}$/.test(digits) && id.replace('-', '').startsWith(digits);
}

/** Where a thing below `base` lies once it is set aside. */
export const datedPlace = (base: string, id: string, file: string): string =>
  path.join(base, DATED_FOLDERS, id, path.relative(base, file));
