/** How long a root may take to come: a start that was killed leaves a stage without one. */
export const ARRIVAL_MS = 60_000;

/** Says at each look whether to end: some time after the root left, or where it never came. */
export function lingering(
  lingerMs: number,
  began: number,
): (there: boolean, now: number) => boolean {
  let waitsUntil = began + Math.max(lingerMs, ARRIVAL_MS);
  return (there, now) => {
    if (there) waitsUntil = now + lingerMs;
    return !there && now >= waitsUntil;
  };
}
