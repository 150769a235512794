import { readlinkSync, realpathSync } from 'node:fs';
import type { Process } from '../../core/model.ts';
import { lastPart, literal } from '../../core/paths.ts';
import { readScript } from '../../core/script.ts';
import { readRegular } from '../keep/read-regular.ts';

/** Programs that run what a person writes, by the first word of their command line. */
const RUNNERS = /^-?(?:[a-z]*sh|[gm]?awk|python[\d.]*|perl|ruby|node|lua[\d.]*|tclsh[\d.]*)$/;

/** Links of one script that are followed; a watchdog names few programs. */
const LINKS = 200;

/** Whether a command line is that of an interpreter. */
export const runsScripts = (line: string): boolean =>
  RUNNERS.test(lastPart(line.split('\0', 1)[0] ?? ''));

/** The texts that an interpreter was told to run, those that can be read: at most a megabyte each. */
export const scripts = (one: Process): readonly string[] =>
  readScript(one)
    .paths.filter((path) => !(one.exe.known && one.exe.value === path))
    .map(read);

/** What a shell without a script reads: a file's text, `pipe` for what nobody can read again, or nothing. */
export function inputOf(pid: number, proc: string): string {
  const input = `${proc}/${pid}/fd/0`;
  try {
    const named = readlinkSync(input);
    return /^(?:pipe|socket):/.test(named) ? 'pipe' : read(input);
  } catch {
    return '';
  }
}

/**
 * Whether one of these texts starts a program: by its path, a link to it, or a name in its folder; or looks for one
 * of that name, whatever it does then.
 */
export function startsIn(
  texts: readonly string[],
  paths: readonly string[],
  { cwd }: Process,
): boolean {
  const isNamed = (text: string, path: string): boolean => {
    const name = lastPart(path);
    if (!text.includes(name)) return false;
    const folder = path.slice(0, -name.length - 1);
    const isThere = cwd?.known === true && cwd.value === folder;
    return (
      isNamedIn(text, path) ||
      (isNamedIn(text, `./${name}`) && (isThere || isNamedIn(text, folder))) ||
      spellings(folder).some((one) => isWordBeside(text, one, name)) ||
      isLookedFor(text, name)
    );
  };
  return texts.some(
    (text) =>
      paths.some((path) => isNamed(text, path)) ||
      [...linksIn(text)].some((one) => paths.includes(realOf(one))),
  );
}

/** How scripts see what runs: a watchdog that did not start the program itself needs one of these. */
const LOOKS = /\b(?:pgrep|pidof|psutil|ps)\b|\/proc\b/;

const isLookedFor = (text: string, name: string): boolean =>
  LOOKS.test(text) && new RegExp(`(?<![\\w./-])${literal(name)}(?![\\w./-])`).test(text);

/** A folder as scripts write one below the home; a variable or PATH may hold it, and the name stand elsewhere. */
function spellings(folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder.indexOf('/', 1); at > 0; at = folder.indexOf('/', at + 1))
    for (const home of ['~', '$HOME', '${HOME}']) found.push(home + folder.slice(at));
  return found;
}

/** Whether a text names the folder, and apart from it the program alone or behind a variable. */
function isWordBeside(text: string, folder: string, name: string): boolean {
  if (!text.includes(folder)) return false;
  const named = new RegExp(`(?<![\\w./-])${literal(folder)}(?![\\w.-])`, 'g');
  const rest = text.replace(named, '');
  const alone = `(?:^|[\\s"'=;&|(])(?:\\$\\{?\\w+\\}?/|\\.?/)?${literal(name)}(?![\\w./-])`;
  return rest !== text && new RegExp(alone, 'm').test(rest);
}

/** As an argument, or in a script: `sh -c 'while :; do "/opt/chat/chat"; done'`. */
export function isNamedIn(line: string, path: string): boolean {
  for (let at = line.indexOf(path); at >= 0; at = line.indexOf(path, at + 1))
    if (!IN_PATH.test(line[at - 1] ?? '') && !IN_PATH.test(line[at + path.length] ?? ''))
      return true;
  return false;
}

/** Behind or before a path, these make it another one. */
const IN_PATH = /[\w./-]/;

const linksIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/(?<![\w.])\/[\w./+@-]+/g)].slice(0, LINKS).map(([path]) => path));

const realOf = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
};

function read(file: string): string {
  try {
    return readRegular(file, 'follow').text;
  } catch {
    return ''; // A terminal, a device, another user's, or gone: nothing in it speaks for a watchdog.
  }
}
