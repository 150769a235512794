/** Seconds of a time in ms, exact enough to be compared by eye. */
export const seconds = (ms: number): string => (ms / 1_000).toFixed(ms < 10_000 ? 2 : 1);
