import { readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { interpreterOf, runsScripts } from '../core/recognition/interpreters.ts';
import { isImage } from '../core/recognition/app-image.ts';
import { lastPart } from '../core/paths.ts';
import { isShared } from '../core/recognition/own-folder.ts';
import { usersName } from '../core/recognition/users-name.ts';
import { namesNobody } from '../core/recognition/names-nobody.ts';
import { atRegular, LIMIT_BYTES } from '../machine/files/read-regular.ts';

/** What the kernel shows where a person named a file that is no program by itself. */
export interface Behind {
  /** Scripts, AppImages and programs that run where the file was started. */
  readonly places: readonly string[];
  /** The script of a shell may start a program that nobody can name. */
  readonly isOpen: boolean;
}

/** So many scripts may start one another before a program comes. */
const MOST_SCRIPTS = 5;

/** What runs where a person starts this file; undefined for a program, and for what cannot be read. */
export function programBehind(file: string): Behind | undefined {
  if (isImage(file)) return { places: namesOf(file), isOpen: false };
  const text = scriptText(file);
  if (text === undefined) return undefined;
  if (!isOfShell(text)) return { places: namesOf(file), isOpen: false };
  const places = namesOf(file);
  const open = [{ file, text }];
  let isOpen = false;
  for (let at = 0; at < open.length; at++) {
    const one = open[at];
    const targets = one && at < MOST_SCRIPTS ? executed(one.text, one.file) : [];
    if (targets.length === 0) isOpen = true;
    for (const target of targets) {
      const more = scriptText(target);
      if (more !== undefined && isOfShell(more)) open.push({ file: target, text: more });
      if (more === undefined && isAnybodys(target)) isOpen = true;
      else places.push(...namesOf(target));
    }
  }
  return { places: [...new Set(places)], isOpen };
}

/** Browsers run applications of the web, each with a window of its own and all in one program. */
const BROWSERS =
  /^(?:chrom(?:e|ium)|google-chrome|firefox|librewolf|brave|msedge|microsoft-edge|vivaldi|opera|epiphany|falkon)/i;

/** A program that the person may use for something else beside this client. */
function isAnybodys(program: string): boolean {
  const name = lastPart(program);
  if (namesNobody(program) || BROWSERS.test(name)) return true;
  return isShared(lastPart(path.dirname(program))) && usersName({ exe: program }) !== 'own';
}

/** The kernel and the command line show a file by its own name or by that of a link to it. */
const namesOf = (file: string): string[] => [...new Set([file, realOf(file)])];

function realOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}

/** Undefined where a file does not begin as a script does (execve(2)), or cannot be read. */
function scriptText(file: string): string | undefined {
  try {
    return atRegular(
      file,
      'follow',
      (fd) => (upTo(2, fd) === '#!' ? upTo(LIMIT_BYTES, fd) : undefined),
      Infinity,
    );
  } catch {
    return undefined;
  }
}

function upTo(length: number, fd: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.toString('utf8', 0, readSync(fd, bytes, 0, length, 0));
}

/** A script that no interpreter of ours runs may start anything, as one of a shell may. */
function isOfShell(text: string): boolean {
  const [program = '', ...args] = text.slice(2).split('\n', 1)[0]?.trim().split(/\s+/) ?? [];
  const named =
    lastPart(program) === 'env' ? (args.find((arg) => !/^-|=/.test(arg)) ?? '') : program;
  const name = lastPart(named);
  return !runsScripts(name) || interpreterOf(name).names.test('sh') || name === 'fish';
}

/** `exec PROGRAM`, also behind variables of its own, with quotes, and below the folder of the script. */
const EXEC =
  /^(?:[^#\n]*[\s;&|])?exec\s+(?:-a\s+\S+\s+|-[cl]+\s+)*(?:env\s+)?(?:\w+=\S*\s+)*["']?(\S+?)["']?(?=[\s;]|$)/gm;

/** The programs that a shell goes on as: its last words. Empty where one of them cannot be named. */
function executed(text: string, script: string): readonly string[] {
  const folder = path.dirname(realOf(script));
  const named = [...text.matchAll(EXEC)]
    .map(([, program = '']) => program.replace(/^["']?\$\{?\w+\}?["']?\//, `${folder}/`))
    // A redirection alone (`exec 2>log`) goes on as the shell.
    .filter((program) => !/^[\d&]*[<>]/.test(program));
  return named.every((program) => program.startsWith('/') && isProgram(program)) ? named : [];
}

function isProgram(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
