import { bytes, explainWhy, text, type Language } from './explain.ts';
import type { Text } from './words/words.ts';
import type { Remaining, ProcessLine } from './receipt.ts';
import { reason } from './reason.ts';

/** What is left in a few words: `practice (812), 3 PracticeAppEx, 1 tray icon, 12 MB cache`. */
export function describeRemaining(left: Remaining, lang: Language): readonly string[] {
  const { processes, trayIcons, windows, unseen } = left;
  const visible = windows.filter((window) => window.visible).length;
  return [
    ...byName(processes),
    ...(trayIcons.length > 0 ? [text(lang, 'trayIcons', trayIcons.length)] : []),
    ...(visible > 0 ? [text(lang, 'windows', visible)] : []),
    // What nobody asked for is not missing.
    ...unseen
      .filter(({ why }) => why !== 'not-looked')
      .map(
        (one) =>
          `${text(lang, unseenName(one.what))} ${explainWhy(reason(one.why, one.detail), lang)}`,
      ),
  ];
}

/** No residue, but to be known: journals that the client will need, processes of somebody else. */
export const noteInWords = (
  { unmerged, others, elsewhere = 0, started = [], keptBySystem = [], leftovers = 0 }: Remaining,
  lang: Language,
): string =>
  [
    leftovers > 0 ? text(lang, 'leftovers', leftovers) : '',
    unmerged.length > 0 ? text(lang, 'unmerged') : '',
    others > 0 ? text(lang, 'others', others) : '',
    elsewhere > 0 ? text(lang, 'elsewhere', elsewhere) : '',
    started.length > 0
      ? text(lang, 'startedByIt', started.map(({ name, pid }) => `${name} (${pid})`).join(', '))
      : '',
    keptBySystem.length > 0
      ? text(
          lang,
          'keptBySystem',
          keptBySystem.map(({ name, pid }) => `${name} (${pid})`).join(', '),
        )
      : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** What a purge of the cache could free; nothing at all where there is nothing. */
export function cacheInWords(left: Remaining, lang: Language): string {
  const { bytes: count, bytesWhy: why = 'not-looked', bytesDetail: detail } = left;
  if (count === null)
    return why === 'not-looked'
      ? ''
      : text(lang, 'cacheUnknown', explainWhy(reason(why, detail), lang));
  return count === 0 ? '' : text(lang, 'freeable', bytes(count));
}

const UNSEEN: Readonly<Record<string, Text>> = {
  processes: 'seeProcesses',
  trayIcons: 'seeTray',
  windows: 'seeWindows',
  others: 'seeOthers',
};

const unseenName = (what: string): Text => UNSEEN[what] ?? 'seeJournals';

function byName(processes: readonly ProcessLine[]): readonly string[] {
  const groups = new Map<string, ProcessLine[]>();
  for (const process of processes)
    groups.set(process.name, [...(groups.get(process.name) ?? []), process]);
  return [...groups].map(([name, [first, ...more]]) =>
    more.length === 0 ? `${name} (${first?.pid ?? ''})` : `${more.length + 1} ${name}`,
  );
}
