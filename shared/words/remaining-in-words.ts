import { bytes } from './bytes.ts';
import { explainWhy } from './explain-why.ts';
import type { SurfaceWords as Words } from './surface-en.ts';
import type { Remaining, ProcessLine } from '../core/receipt.ts';
import { reason } from '../core/reason.ts';

/** What is left in a few words: `practice (812), 3 PracticeAppEx, 1 tray icon, 12 MB cache`. */
export function describeRemaining(left: Remaining, say: Words): readonly string[] {
  const { processes, trayIcons, windows, unseen } = left;
  const visible = windows.filter((window) => window.visible).length;
  return [
    ...byName(processes),
    ...(trayIcons.length > 0 ? [say.remaining.trayIcons(trayIcons.length)] : []),
    ...(visible > 0 ? [say.remaining.windows(visible)] : []),
    // What nobody asked for is not missing.
    ...unseen
      .filter(({ why }) => why !== 'not-looked')
      .map((one) => `${unseenName(one.what, say)} ${explainWhy(reason(one.why, one.detail), say)}`),
  ];
}

/** No residue, but to be known: journals that the client will need, processes of somebody else. */
export const noteInWords = (
  { unmerged, others, elsewhere = 0, started = [], keptBySystem = [], leftovers = 0 }: Remaining,
  say: Words,
): string =>
  [
    leftovers > 0 ? say.remaining.leftovers(leftovers) : '',
    unmerged.length > 0 ? say.remaining.unmerged : '',
    others > 0 ? say.remaining.others(others) : '',
    elsewhere > 0 ? say.remaining.elsewhere(elsewhere) : '',
    started.length > 0
      ? say.remaining.startedByIt(started.map(({ name, pid }) => `${name} (${pid})`).join(', '))
      : '',
    keptBySystem.length > 0
      ? say.remaining.keptBySystem(
          keptBySystem.map(({ name, pid }) => `${name} (${pid})`).join(', '),
        )
      : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** What a purge of the cache could free; nothing at all where there is nothing. */
export function cacheInWords(left: Remaining, say: Words): string {
  const { bytes: count, bytesWhy: why = 'not-looked', bytesDetail: detail } = left;
  if (count === null)
    return why === 'not-looked'
      ? ''
      : say.remaining.cacheUnknown(explainWhy(reason(why, detail), say));
  return count === 0 ? '' : say.remaining.freeable(bytes(count));
}

/** What is not seen, by the name that a receipt gives it. */
function unseenName(what: string, { remaining }: Words): string {
  const names: Readonly<Record<string, string>> = {
    processes: remaining.unseenProcesses,
    trayIcons: remaining.unseenTray,
    windows: remaining.unseenWindows,
    others: remaining.unseenOthers,
    clients: remaining.unseenClients,
  };
  return names[what] ?? remaining.unseenJournals;
}

function byName(processes: readonly ProcessLine[]): readonly string[] {
  const groups = new Map<string, ProcessLine[]>();
  for (const process of processes)
    groups.set(process.name, [...(groups.get(process.name) ?? []), process]);
  return [...groups].map(([name, [first, ...more]]) =>
    more.length === 0 ? `${name} (${first?.pid ?? ''})` : `${more.length + 1} ${name}`,
  );
}
