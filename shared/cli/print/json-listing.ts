import type { Known } from '../../core/known.ts';
import { whyText } from '../../core/known.ts';

/** Facts for JSON: the value, or `null` and beside it why it is not known (`bytes`, `bytesWhy`). */
export const jsonListing = (
  facts: Readonly<Record<string, Known<unknown>>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]): [string, unknown][] =>
      fact.known
        ? [[name, fact.value]]
        : [
            [name, null],
            [`${name}Why`, whyText(fact.why)],
          ],
    ),
  );
