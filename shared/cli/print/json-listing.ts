import type { Known } from '../../core/known.ts';
import { whyText } from '../../core/known.ts';

/** Each fact as JSON has it, and beside it the reason where there is one. */
type InJson<T> = {
  readonly [K in keyof T]: T[K] extends Known<infer U> ? U | null : never;
} & { readonly [K in `${keyof T & string}Why`]?: string };

/** Facts for JSON: the value, or `null` and beside it why it is not known (`bytes`, `bytesWhy`). */
export const jsonListing = <T extends Readonly<Record<string, Known<unknown>>>>(
  facts: T,
): InJson<T> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]): [string, unknown][] =>
      fact.known
        ? [[name, fact.value]]
        : [
            [name, null],
            [`${name}Why`, whyText(fact.why)],
          ],
    ),
  ) as InJson<T>;
