import { editionsOn, type Client } from '../../core/client.ts';
import type { Platform } from '../../core/model.ts';
import { globToRegExp } from '../../core/paths.ts';
import { PLATFORMS } from '../../core/platforms.ts';

/** Names that every computer has, in any case: they say nothing about its owner. */
const EVERYWHERE = new Set([
  ...'app applications appdata bash bin c: d: e: z: contents com common dash data config'.split(
    ' ',
  ),
  ...'cache .config .cache .local .var clean-exit containers cron desktop documents etc'.split(' '),
  ...'explorer.exe fish frameworks gnome-shell helpers home init ksh launchd lib lib64'.split(' '),
  ...'libexec library local localcache macos node node.exe opt packages plasmashell'.split(' '),
  ...'practice proc programdata run roaming sbin sh share snap state system system32'.split(' '),
  ...'systemd temp tmp trash .trash user users usr var versions windows windowsapps zsh'.split(' '),
  ...['application support', 'group containers', 'program files', 'program files (x86)'],
  ...['-bash', '-sh', '-zsh'],
]);

/** Linux keeps 15 characters of a name (TASK_COMM_LEN, proc(5)). */
const SHORT = 15;

/** Tells a word that the catalogue or every computer has; what it is called in a recording. */
export type Vocabulary = (word: string) => string | undefined;

/**
 * All words that may stand in a recording as they are. Of a name that fits a pattern only the letters of
 * the pattern stay: what stood for a star may be anything.
 */
export function vocabulary(clients: readonly Client[], platform: Platform): Vocabulary {
  const isExact = PLATFORMS[platform].letters === 'sensitive';
  const key = (word: string): string => (isExact ? word : word.toLowerCase());
  const known = new Map<string, string>();
  const patterns: { readonly test: RegExp; readonly said: string }[] = [];
  const add = (word: string): void => {
    for (const one of [word, word.slice(0, SHORT)]) if (one !== '') known.set(key(one), one);
  };
  const addPath = (path: string): void => {
    for (const part of path.split('/'))
      if (/^\{\w+\}$/.test(part) || !/\w/.test(part)) continue;
      else if (/[*?[{]/.test(part)) patterns.push(pattern(part));
      else add(part);
  };
  for (const client of clients.filter(({ origin }) => origin === 'catalogue'))
    for (const edition of editionsOn(client, platform)) {
      for (const { exe, script, sandbox } of [...edition.roots, ...edition.helpers]) {
        addPath(exe);
        if (script !== undefined) addPath(script);
        if (sandbox !== undefined) add(sandbox);
      }
      const { tray, bundleIds, windowClasses } = edition;
      for (const word of [...tray.ids, ...tray.quitLabels, ...bundleIds, ...windowClasses])
        add(word);
    }
  return (word) =>
    known.get(key(word)) ??
    (EVERYWHERE.has(word.toLowerCase()) || PLAIN.test(word)
      ? word
      : patterns.find(({ test }) => test.test(word))?.said);
}

/** Numbers of versions, too short for an account; and what stands for any name in a template. */
const PLAIN =
  /^(\[?v?\d{1,4}(\.\d{1,4}){0,3}\]?|\*{1,2}|\{(home|documents|config|data|cache|runtime|temp|appData|localAppData|programFiles|programFilesX86)\})$/;

const pattern = (part: string) => ({
  test: globToRegExp(part.replace(/\{[^{}]*\}/g, '*'), 'insensitive'),
  said: part.replace(/\{[^{}]*\}|\[[^\]]*\]|[*?]/g, 'x'),
});
