import type { Recognizer } from '../identify.ts';
import { known, valueOr } from '../known.ts';
import type { Observation, Process, Request } from '../model.ts';
import { nearestAbove } from '../recognition/ancestors.ts';

/** A request for all clients stays within the session of its desktop; what is on another one is left alone. */
export const withinDesktop = (recognize: Recognizer, { within }: Request): Recognizer =>
  within === undefined
    ? recognize
    : (snapshot) => {
        const all = valueOr(snapshot.processes, []);
        const byPid = new Map(all.map((process) => [process.pid, process]));
        return new Map([...recognize(snapshot)].map(([id, seen]) => [id, ours(seen, byPid)]));
      };

function ours(seen: Observation, byPid: ReadonlyMap<number, Process>): Observation {
  if (!seen.processes.known) return seen;
  const roots = new Map(
    seen.processes.value.flatMap((one) => (one.role === 'root' ? [[one.pid, one] as const] : [])),
  );
  // A helper that hides its environment is where its root is.
  const elsewhere = seen.processes.value.filter((one) => {
    const root = one.role === 'root' ? one : nearestAbove(one, byPid, ({ pid }) => roots.get(pid));
    return (root ?? one).otherDesktop === true;
  });
  if (elsewhere.length === 0) return seen;
  const pids = new Set(elsewhere.map(({ pid }) => pid));
  const { trayIcons, windows } = seen;
  return {
    ...seen,
    elsewhere,
    processes: known(seen.processes.value.filter(({ pid }) => !pids.has(pid))),
    trayIcons: trayIcons.known
      ? known(trayIcons.value.filter(({ holder }) => !holder.known || !pids.has(holder.value)))
      : trayIcons,
    windows: windows.known ? known(windows.value.filter(({ pid }) => !pids.has(pid))) : windows,
  };
}
