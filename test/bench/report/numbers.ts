/** The value below which this share of all values lies (nearest rank); NaN where there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? NaN : (low + high) / 2;
}

/** Small times with one more digit; what was never measured as a dash. */
export const ms = (value: number): string =>
  Number.isNaN(value) ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0);

export const ratio = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));

/** CLOCK_MONOTONIC in ms: the same in every thread and process of this computer. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
