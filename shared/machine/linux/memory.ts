import { readFileSync } from 'node:fs';
import { known, unknown, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { codeOf, hasLeft } from '../files/errno.ts';

/**
 * What these processes hold in memory, in bytes: their proportional share (`Pss` in `smaps_rollup`), so that
 * what several share counts once. One that has left holds nothing. proc_pid_smaps(5), Linux 4.14.
 */
export function memoryOf(processes: readonly Process[], proc = '/proc'): Known<number> {
  let bytes = 0;
  for (const { pid } of processes) {
    try {
      const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`${proc}/${pid}/smaps_rollup`, 'utf8'));
      if (!found) return unknown('failed', `no Pss of ${pid}`);
      bytes += Number(found[1]) * 1024;
    } catch (error) {
      if (hasLeft(error)) continue;
      return unknown('denied', `${pid}: ${codeOf(error)}`);
    }
  }
  return known(bytes);
}
