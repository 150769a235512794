/** In the place of `raycast/src/machine.ts` in the build for tests: whichever machine the test brings along. */
export function thisMachine(): never {
  const { cleanExitMachine } = globalThis as { cleanExitMachine?: () => never };
  if (!cleanExitMachine) throw new Error('the test brought no machine');
  return cleanExitMachine();
}
