/**
 * Asks once for each program. What could not be asked (undefined) may be true, and is asked again of the next process:
 * an answer that a process took with it is no answer for its child.
 */
export function perProgram<T>(
  test: (exe: string, of: T) => boolean | undefined,
): (exe: string, of: T) => boolean {
  const known = new Map<string, boolean>();
  return (exe, of) => {
    const before = known.get(exe);
    if (before !== undefined) return before;
    const now = test(exe, of);
    if (now !== undefined) known.set(exe, now);
    return now ?? true;
  };
}
