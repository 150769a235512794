import type { Shipped } from '../../../store/audit/ship.ts';
import type { Words } from '../../../words/en.ts';
import { shipFaultInWords } from '../../../words/ship-fault-in-words.ts';
import type { Screen } from '../../print/screen.ts';

interface Saying {
  readonly to: string;
  /** The options that name it, each with a space before it. */
  readonly named: string;
  readonly say: Words;
  readonly screen: Pick<Screen, 'paint'>;
}

/** What came of it, in sentences. */
export function shippedLines(
  found: Extract<Shipped, { readonly shipped: number }>,
  { to, named, say: words, screen: { paint } }: Saying,
): readonly string[] {
  const { auditShip: say } = words;
  const { code, shipped, again, left, lost, fault } = found;
  const sum = code === 'would' ? left + again : shipped;
  const brought = code === 'would' ? say.would(sum, to) : say.shipped(sum, to);
  return [
    ...(fault ? [paint.red(say.failed(to, shipFaultInWords(fault, words)))] : []),
    ...(sum > 0 ? [brought] : []),
    ...(sum + again === 0 && !fault ? [say.nothingNew(to)] : []),
    ...(again > 0 && code === 'shipped' ? [say.sentAgain(again)] : []),
    ...(lost > 0 ? [say.lost(lost)] : []),
    ...(fault ? [`  ${say.left(left)}`, `  ${say.retry(named)}`] : []),
  ];
}
