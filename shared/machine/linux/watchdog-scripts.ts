import { readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Process } from '../../core/model.ts';
import { lastPart, literal } from '../../core/paths.ts';
import { readScript } from '../../core/interpreter-args.ts';
import { readRegular } from '../files/read-regular.ts';

/** Programs that run what a person writes, by the first word of their command line. */
const RUNNERS =
  /^-?(?:[a-z]*sh|[gm]?awk|(?:python|pypy)[\d.]*|perl|ruby|node|nodejs|bun|deno|php[\d.]*|lua[\d.]*|tclsh[\d.]*)$/;

/** It runs its arguments as a shell does, again and again (watch(1)). */
const isWatch = (line: string): boolean => /^(?:[^\0]*\/)?watch\0/.test(line);

/** How many files that scripts read in are read. */
const MOST_READ_IN = 20;

/** Links of one script that are followed; a watchdog names few programs, and is short. */
const LINKS = 200;
const SHORT = 65_536;

/** What others wrote and many read in names nobody's client. */
const LIBRARY = /\/node_modules\//;

/** Whether a command line is that of an interpreter. */
export const runsScripts = (line: string): boolean =>
  RUNNERS.test(lastPart(line.split('\0', 1)[0] ?? '')) || isWatch(line);

/**
 * The texts that an interpreter was told to run, and those that they read in, as far as they can be read: at most a
 * megabyte each.
 */
export function scripts(one: Process): readonly string[] {
  const paths = new Set(readScript(one).paths.filter((path) => !isOwn(one, path)));
  const texts: string[] = [];
  // A set goes on with what is added to it meanwhile.
  for (const path of paths) {
    const text = read(path);
    texts.push(text);
    if (LIBRARY.test(path)) continue;
    for (const more of paths.size < MOST_READ_IN ? readInBy(text, path, one) : [])
      if (!LIBRARY.test(more)) paths.add(more);
  }
  return texts;
}

const isOwn = ({ exe }: Process, path: string): boolean => exe.known && exe.value === path;

/** A file that a shell sources or Node requires: as an absolute path, or relative to the script or where it runs. */
const READ_IN =
  /(?:^|[\s;&|({])(?:\.|source)\s+["']?([\w./+@~-]+)|\b(?:require|import)\s*\(?\s*["']([./][^"']*)["']/gm;

function readInBy(text: string, script: string, { cwd }: Process): readonly string[] {
  const folders = [path.dirname(script), ...(cwd?.known ? [cwd.value] : [])];
  const named = [...text.matchAll(READ_IN)].map(([, shell, node]) => shell ?? node ?? '');
  return named.flatMap((one) => folders.map((folder) => path.resolve(folder, one)));
}

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
  if (texts.some((text) => paths.some((path) => isNamed(text, path)))) return true;
  const links = new Set(texts.filter(({ length }) => length <= SHORT).flatMap(linksIn));
  return [...links].some((one) => paths.includes(realOf(one)));
}

/** How scripts see what runs: a watchdog that did not start the program itself needs one of these. */
const LOOKS =
  /\b(?:pgrep|pidof|psutil|ps)\b|\/proc\b|\b(?:killall|pkill)\b[^\n;|&]*?[\s"',]-(?:0|s\W*0|-signal\W*0)\b/;

function isLookedFor(text: string, name: string): boolean {
  const named = new RegExp(`(?<![\\w./-])${literal(name)}(?![\\w./-])`, 'g');
  // Many a person watches a program: what is named once there is only looked at.
  return LOOKS.test(text) && [...text.matchAll(named)].length > (isWatch(text) ? 1 : 0);
}

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

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w.])\/[\w./+@-]+/g)].slice(0, LINKS).map(([path]) => path);

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
