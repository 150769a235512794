/** In the place of `raycast/src/machine.ts` in the build for tests: whichever machine the test brings along. */
export function thisMachine(): never {
  const make = (globalThis as Record<symbol, unknown>)[Symbol.for('clean-exit.machine')];
  if (typeof make !== 'function') throw new Error('the test brought no machine');
  return make() as never;
}
