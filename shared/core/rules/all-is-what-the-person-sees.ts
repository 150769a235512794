import type { Recognizer } from '../identify.ts';
import { known } from '../known.ts';
import type { Observation, Request } from '../model.ts';

/** A request for all clients stays within the session of its desktop; what is on another one is left alone. */
export const withinDesktop = (recognize: Recognizer, { within }: Request): Recognizer =>
  within === undefined
    ? recognize
    : (sighting) => new Map([...recognize(sighting)].map(([id, seen]) => [id, ours(seen)]));

function ours(seen: Observation): Observation {
  if (!seen.processes.known) return seen;
  const elsewhere = seen.processes.value.filter(({ otherDesktop }) => otherDesktop);
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
