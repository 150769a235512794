import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { UNNAMED, type Process, type Traits } from '../../core/model.ts';
import type { Environment } from './places.ts';
import { isSameProgram } from './same-program.ts';
import { isSameBus } from './tray/same-bus.ts';
import { isSameDisplay } from './windows/same-display.ts';

/** Which desktop we belong to, to see whether a process shares it. */
export interface OurSide {
  readonly env: Environment;
  readonly proc: string;
}

/**
 * Whether a process with mounts of its own runs the file that this computer has at its path. A named
 * sandbox is known by its name. What cannot be read is left open: then the path counts as it stands.
 */
export function mountTraits(process: Process, { env, proc }: OurSide): Traits {
  if (!process.exe.known || (process.sandbox !== undefined && process.sandbox !== UNNAMED))
    return {};
  const of = `${proc}/${process.pid}`;
  if (isSameSpace(of, proc, 'mnt')) return {};
  const its = statOf(`${of}/exe`);
  const here = statOf(process.exe.value);
  if (its === undefined) return {};
  // Its file was replaced by an update: what lies there now says nothing about it.
  const wasReplaced = linkOf(`${of}/exe`).endsWith(' (deleted)');
  if (here !== undefined && !wasReplaced) {
    if (here.dev === its.dev && here.ino === its.ino) return {};
    // Sandboxes copy a program (firejail's private-bin) and lay a folder over its own (an overlay).
    const isCopy = isSameProgram(`${of}/exe`, process.exe.value);
    const isShown = hasDesktop(env) && sharesDesktop(of, env);
    if (isCopy && isShown) return {};
    return { isOtherFile: true, ...(isCopy || isShown ? { mayBeIts: true as const } : {}) };
  }
  if (sharesDesktop(of, env)) return {};
  const isContained = !isSameSpace(of, proc, 'net') && !isSameSpace(of, proc, 'uts');
  return isContained ? { isContained: true } : { isForeign: true };
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}

/**
 * Whether the process whose folder in /proc this is has the same namespace as we (namespaces(7)). Also where one of both
 * cannot be read: nothing is known against it.
 */
export function isSameSpace(of: string, proc: string, space: 'mnt' | 'net' | 'uts'): boolean {
  try {
    return readlinkSync(`${of}/ns/${space}`) === readlinkSync(`${proc}/self/ns/${space}`);
  } catch {
    return true;
  }
}

const DESKTOP = ['DBUS_SESSION_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY'] as const;

const hasDesktop = (env: Environment): boolean => DESKTOP.some((name) => env[name]);

/** The same bus or screen as ours; without a desktop of ours there is nothing to tell them apart by. */
function sharesDesktop(of: string, env: Environment): boolean {
  const ours = DESKTOP.filter((name) => env[name]);
  if (ours.length === 0) return isSameSpace(of, of.slice(0, of.lastIndexOf('/')), 'net');
  const theirs = environmentOf(of);
  if (theirs === undefined) return true;
  return ours.some((name) => {
    const [own, its] = [env[name], theirs.get(name)];
    if (own === undefined || its === undefined) return false;
    if (name === 'DISPLAY') return isSameDisplay(own, its);
    return name === 'DBUS_SESSION_BUS_ADDRESS' ? isSameBus(own, its) : own === its;
  });
}

/** The environment that a process was started with; undefined where it hides it. */
export function environmentOf(of: string): ReadonlyMap<string, string> | undefined {
  try {
    const pairs = readFileSync(`${of}/environ`, 'utf8').split('\0');
    return new Map(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
  } catch {
    return undefined;
  }
}

function statOf(path: string): { readonly dev: number; readonly ino: number } | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
