import type { ClientId, Doubt, Process } from '../model.ts';
import { nearestAbove } from './ancestors.ts';
import { placeOf } from './place.ts';

/** A process in doubt as an observation shows it. */
export const doubtOf = (
  process: Process,
  { level, because }: Pick<Doubt, 'level' | 'because'>,
): Doubt => ({
  pid: process.pid,
  name: process.name,
  place: placeOf(process) ?? null,
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
      const pids = new Set(all.map(({ pid }) => pid));
      const isTold = (above: Process): true | undefined => pids.has(above.pid) || undefined;
      const isBelowOne = ({ pid }: Doubt): boolean => {
        const process = byPid.get(pid);
        return process !== undefined && nearestAbove(process, byPid, isTold) === true;
      };
      return [client, all.filter((one) => !isBelowOne(one))];
    }),
  );
