/**
 * Asks again and again until `condition` answers something, for things that have no event. Throws with
 * `what` after `ms`; a condition that throws is one that does not hold yet.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what: string,
  ms = 10_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + ms;
  let last: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer !== false && answer !== undefined && answer !== null)
        return answer as NonNullable<Exclude<T, false>>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      const why =
        last === undefined ? '' : `: ${last instanceof Error ? last.message : 'it threw'}`;
      throw new Error(`not within ${ms} ms: ${what}${why}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
