import { failure, known, unknown, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { isRunning, readStat } from './processes.ts';

/**
 * The processes as another program sees them: ps, read by ps-list. Neither shares a line with our own reading of
 * /proc. Zombies are left out, which ps-list shows as living; without ps there is no second observer.
 */
export async function secondLook(): Promise<Known<readonly Process[]>> {
  try {
    const { default: list } = await import('ps-list');
    const all = await list();
    const living = all.flatMap((one): readonly Process[] => {
      const stat = statOf(one.pid);
      if (one.pid === process.pid) return [];
      if (!stat || !isRunning({ pid: one.pid, startTime: stat.startTime })) return [];
      return [
        {
          ...{ pid: one.pid, parent: one.ppid, startTime: stat.startTime, name: one.name },
          owner: String(one.uid ?? ''),
          exe: one.path ? known(one.path) : unknown('denied', `program of ${one.pid}`),
          args: known((one.cmd ?? one.name).split(' ')),
        },
      ];
    });
    const sees = all.some(({ pid }) => pid === process.pid);
    return sees ? known(living) : unknown('failed', 'ps does not show this very process');
  } catch (error) {
    return failure(error);
  }
}

function statOf(pid: number) {
  try {
    return readStat(pid);
  } catch {
    return undefined; // It is hidden from us, so it is another user's.
  }
}
