/**
 * How the values of several sources become one: the strongest source that says anything; the strictest value that any
 * of them says, with all values in order; or all of them together.
 */
export type Strategy<T> =
  | 'strongest'
  | { readonly strictest: readonly NonNullable<T>[] }
  | { together(all: readonly NonNullable<T>[]): NonNullable<T> };

/** All that any list has, once. */
export const all = <T>(lists: readonly (readonly T[])[]): readonly T[] => [
  ...new Map(lists.flat().map((one) => [JSON.stringify(one), one])).values(),
];
