import { lstatSync } from 'node:fs';
import { readRegular } from '../machine/files/read-regular.ts';
import type { KeptReset } from '../machine/files/resets/records.ts';

/**
 * The dated folders that this record alone leads back to; none where all of it is at its place again. A record
 * that cannot be read may lead back to anything: then it is `unread`.
 */
export function leadsBack(file: string): readonly string[] | 'unread' {
  try {
    const { id, things } = JSON.parse(readRegular(file, 'refuse').text) as KeptReset;
    const there = things.filter(({ to }) => isThere(to)).map(({ to }) => datedFolder(to, id));
    return [...new Set(there)];
  } catch {
    return 'unread';
  }
}

const isThere = (place: string): boolean =>
  lstatSync(place, { throwIfNoEntry: false }) !== undefined;

const datedFolder = (place: string, id: string): string => {
  const [base, ...rest] = place.split(id);
  return rest.length === 0 ? place : `${base}${id}`;
};
