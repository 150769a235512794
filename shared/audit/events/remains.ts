import type { Observation } from '../../core/model.ts';
import type { Remaining } from '../../core/receipt.ts';
import type { Json } from '../json.ts';

/** What is there, without a title of a window or an icon, and without a path: whom somebody talks to shows in these. */
export const remainsOf = (left: Remaining): Json => ({
  processes: left.processes.map(({ pid, name, role }) => ({ pid, name, role })),
  ...{ tray_icons: left.trayIcons.length, windows: left.windows.length },
  ...{ unmerged: left.unmerged.length, others: left.others },
  ...(left.leftovers === undefined ? {} : { leftovers: left.leftovers }),
  ...(left.bytes === null ? {} : { bytes: left.bytes }),
  doubts: left.doubts?.length ?? 0,
  unseen: left.unseen.map(({ what, why }) => ({ what, why })),
});

/** The same before anything is done: files are not measured then. */
export function beforeOf({ processes, trayIcons, windows, others, doubts }: Observation): Json {
  const unseen = Object.entries({ processes, trayIcons, windows }).flatMap(([what, seen]) =>
    seen.known ? [] : [{ what, why: seen.why.code }],
  );
  return {
    ...(processes.known
      ? { processes: processes.value.map(({ pid, name, role }) => ({ pid, name, role })) }
      : {}),
    ...(trayIcons.known ? { tray_icons: trayIcons.value.length } : {}),
    ...(windows.known ? { windows: windows.value.length } : {}),
    ...{ others: others.length, doubts: doubts.length, unseen },
  };
}
