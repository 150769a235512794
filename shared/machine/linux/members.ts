import type { Process } from '../../core/model.ts';
import { lastPart } from '../../core/paths.ts';
import { descendantsOf } from './descendants.ts';

/** Flatpak's own name for bubblewrap, and that of distributions. */
const SANDBOX = /^(?:flatpak-)?bwrap$/;

/**
 * With the members of named sandboxes that run a program of the sandbox's own system (`/usr/bin/sleep`): their
 * path says nothing, so they are looked for below the bubblewraps that live.
 */
export function withMembers(
  all: readonly Process[],
  names: ReadonlySet<string>,
  proc: string,
): readonly Process[] {
  const wraps = all.filter(({ exe }) => exe.known && SANDBOX.test(lastPart(exe.value)));
  if (wraps.length === 0 || names.size === 0) return all;
  const known = new Set(all.map(({ pid }) => pid));
  const members = descendantsOf(wraps, proc).filter(
    ({ pid, sandbox }) => !known.has(pid) && sandbox !== undefined && names.has(sandbox),
  );
  return [...all, ...members];
}
