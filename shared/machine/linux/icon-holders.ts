import type { Process, TrayIcon } from '../../core/model.ts';
import { readProcess } from './processes.ts';

/**
 * Those who hold an icon with a client's own Id, whatever their program is called, with all above them, as far as
 * the look at the processes did not take them for interesting: a child's icon is known by its parent.
 */
export function iconHolders(
  all: readonly Process[],
  icons: readonly TrayIcon[],
  ids: ReadonlySet<string>,
  proc: string,
): readonly Process[] {
  const known = new Set(all.map(({ pid }) => pid));
  const found = new Map<number, Process>();
  for (const { id, holder, proxyFor } of icons) {
    if (!holder.known || proxyFor !== undefined || !ids.has(id)) continue;
    for (let pid = holder.value; pid > 0 && !known.has(pid) && !found.has(pid);) {
      const one = readProcess(pid, proc);
      if (!one) break;
      found.set(pid, one);
      pid = one.parent;
    }
  }
  return [...found.values()];
}
