import { bytes } from '../../shared/words/bytes.ts';
import type { Known } from '../../shared/core/known.ts';
import type { View } from './view.ts';

type Figure = Pick<View, 'figure' | 'unit'>;

/** Bytes as a face shows them: figure and unit apart. */
export function sizeOf(count: number): Figure {
  const [figure = '', unit = ''] = bytes(count).split(' ');
  return { figure, unit };
}

/** The sum: `…` while it is being looked at, `?` where it cannot be seen, never a number that nobody counted. */
export function sumOfAll(
  all: readonly (Known<number> | undefined)[],
  as: 'bytes' | 'count',
): Figure {
  if (all.some((one) => one?.known === false)) return { figure: '?' };
  if (all.some((one) => one === undefined)) return { figure: '…' };
  const sum = all.reduce((so, one) => so + (one?.known ? one.value : 0), 0);
  return as === 'bytes' ? sizeOf(sum) : { figure: String(sum) };
}
