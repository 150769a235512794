import type { ClientId, Doubt, Process } from '../model.ts';
import { nearestAbove } from './ancestors.ts';
import { placeOf } from './place.ts';

/** A process in doubt as an observation shows it. */
export const doubtOf = (
  process: Process,
  { level, because, place }: Pick<Doubt, 'level' | 'because'> & { readonly place?: string },
): Doubt => ({
  pid: process.pid,
  name: process.name,
  place: place ?? placeOf(process) ?? null,
  level,
  because,
});

/** One line a process: what speaks for it is put together, and the higher level counts. */
export function merged(doubts: readonly Doubt[]): readonly Doubt[] {
  const byPid = new Map<number, Doubt>();
  for (const one of doubts) {
    const before = byPid.get(one.pid);
    const level = before?.level === 'likely' ? before.level : one.level;
    const because = [...new Set([...(before?.because ?? []), ...one.because])];
    byPid.set(one.pid, { ...(before ?? one), level, because });
  }
  return [...byPid.values()];
}

/** What a doubted program started is told with it. */
export const outermost = (
  doubts: ReadonlyMap<ClientId, readonly Doubt[]>,
  byPid: ReadonlyMap<number, Process>,
): ReadonlyMap<ClientId, readonly Doubt[]> =>
  new Map(
    [...doubts].map(([client, all]) => {
      const levels = new Map(all.map(({ pid, level }) => [pid, level]));
      // A script that starts the client is a namesake, and what it started may be the client.
      const isBelowOne = ({ pid, level }: Doubt): boolean => {
        const process = byPid.get(pid);
        const isNamed = (above: Process): true | undefined => {
          const its = levels.get(above.pid);
          return its === 'likely' || (its !== undefined && its === level) || undefined;
        };
        return process !== undefined && nearestAbove(process, byPid, isNamed) === true;
      };
      return [client, all.filter((one) => !isBelowOne(one))];
    }),
  );
