import type { Recognizer } from '../../core/identify.ts';
import { known } from '../../core/known.ts';
import type { ClientId, Process, Snapshot, TrayIcon } from '../../core/model.ts';
import type { ClientOf } from './held-icons.ts';
import { readProcess } from './processes.ts';

/** Answers whose an icon is, by the recognizer; it is run at the first question only. */
export function clientsByIcon(
  recognize: Recognizer,
  snapshot: Snapshot,
  icons: readonly TrayIcon[],
): ClientOf {
  let found: ReadonlyMap<string, ClientId> | undefined;
  const find = (): ReadonlyMap<string, ClientId> =>
    new Map(
      [...recognize({ ...snapshot, trayIcons: known(icons) })].flatMap(([client, seen]) =>
        (seen.trayIcons.known ? seen.trayIcons.value : []).map(({ address }) => [address, client]),
      ),
    );
  return ({ address }) => (found ??= find()).get(address);
}

/**
 * The processes, with those that hold an icon with a client's own Id, whatever their program is called, and
 * with all above these: a child's icon is known by its parent.
 */
export function withHolders(
  all: readonly Process[],
  icons: readonly TrayIcon[],
  ids: ReadonlySet<string>,
  proc: string,
): readonly Process[] {
  const found = new Map(all.map((one) => [one.pid, one]));
  for (const { id, holder, proxyFor } of icons) {
    if (!holder.known || proxyFor !== undefined || !ids.has(id)) continue;
    for (let pid = holder.value; pid > 0 && !found.has(pid);) {
      const one = readProcess(pid, proc);
      if (!one) break;
      found.set(pid, one);
      pid = one.parent;
    }
  }
  return [...found.values()];
}
