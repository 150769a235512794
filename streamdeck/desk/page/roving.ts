import type { Cell } from './slots.ts';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
  PageUp: [0, -Infinity],
  PageDown: [0, Infinity],
};

/** Where a navigation key leads on a grid; it stops at the edges. Undefined for any other key. */
export function walk(
  size: { readonly columns: number; readonly rows: number },
  from: Cell,
  key: string,
): Cell | undefined {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step === undefined) return undefined;
  return {
    column: within(from.column + step[0], size.columns),
    row: within(from.row + step[1], size.rows),
  };
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
