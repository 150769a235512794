import { failure, known, unknown } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import type { Observer } from './observer.ts';

/**
 * The processes as ps-list reads them, by a start of `ps` of its own. It knows a program only where it finds the
 * file, so elsewhere what stands before the first option does. Zombies are left out, which it shows as living.
 */
export const psList: Observer = async () => {
  try {
    const { default: list } = await import('ps-list');
    const all = await list();
    const living = all.filter(({ pid, cmd }) => pid !== process.pid && cmd !== '<defunct>');
    const sees = all.some(({ pid }) => pid === process.pid);
    return sees
      ? known(living.map(processOf))
      : unknown('failed', 'ps does not show this very process');
  } catch (error) {
    return failure(error);
  }
};

interface Listed {
  readonly pid: number;
  readonly ppid: number;
  readonly name: string;
  readonly uid?: number;
  readonly cmd?: string;
  readonly path?: string;
  readonly startTime?: Date;
}

/** One of ps-list's rows as a process. */
export function processOf({ pid, ppid, name, uid, cmd = '', path, startTime }: Listed): Process {
  const program = path || cmd.replace(/ -.*$/s, '');
  return {
    ...{ pid, parent: ppid, name },
    startTime: startTime ? String(Math.floor(startTime.getTime() / 1_000)) : '',
    owner: String(uid ?? ''),
    exe: program.startsWith('/') ? known(program) : unknown('denied', `program of ${pid}`),
    args: known(cmd.split(' ')),
  };
}
