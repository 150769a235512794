import { map, type Known } from '../../core/known.ts';
import type { Process } from '../../core/model.ts';
import { isSame, rowsOf } from './processes.ts';
import type { Starter } from './programs.ts';

/**
 * What these processes hold in memory, in bytes: the sum of what ps calls resident (`rss`). macOS tells no
 * proportional share, so pages that several of them share count for each: an upper bound.
 */
export const memoryOf = async (
  starter: Starter,
  processes: readonly Process[],
): Promise<Known<number>> =>
  map(
    await rowsOf(
      starter,
      processes.map(({ pid }) => pid),
    ),
    (rows) =>
      processes.reduce((sum, one) => {
        const row = rows.get(one.pid);
        return isSame(row, one) ? sum + (row?.resident ?? 0) : sum;
      }, 0),
  );
