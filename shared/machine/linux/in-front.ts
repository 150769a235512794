import { readFileSync } from 'node:fs';
import type { Match } from '../../core/matcher.ts';
import type { Process } from '../../core/model.ts';
import { lastPart } from '../../core/paths.ts';
import { ownScripts } from '../../core/interpreter-args.ts';
import { descendantsOf } from './descendants.ts';

const SHELL = /^(?:ba|da|z|k|mk|a)?sh$/;

const isShell = ({ exe }: Process): boolean => exe.known && SHELL.test(lastPart(exe.value));

/**
 * With the program that a shell waits for which runs a client's script: that program is the client, whatever it is
 * called. Where the script has started several, nobody knows which one that is, and none is taken for it.
 */
export function withFront(
  all: readonly Process[],
  match: (process: Process) => readonly Match[],
  proc: string,
): readonly Process[] {
  const found = new Map<number, Process>();
  for (const shell of all) {
    if (!isShell(shell) || ownScripts(shell).length === 0) continue;
    const [root] = match(shell).filter(({ as, byUser }) => as === 'root' && byUser);
    const front = root && inFront(shell, proc);
    if (front)
      found.set(front.pid, { ...front, traits: { ...front.traits, inFrontOf: root.client } });
  }
  if (found.size === 0) return all;
  const known = new Map(all.map((one) => [one.pid, one]));
  const more = [...found.values()].filter(
    (one) => match(known.get(one.pid) ?? one).length === 0 || !known.has(one.pid),
  );
  const pids = new Set(more.map(({ pid }) => pid));
  return [...all.filter(({ pid }) => !pids.has(pid)), ...more];
}

const SIGQUIT = 1n << 2n;

/** A shell lets what it starts with `&` ignore the keys of its terminal (POSIX, 2.11: signals of asynchronous lists). */
function isBehind({ pid }: Process, proc: string): boolean {
  try {
    const ignored = /^SigIgn:\s+([0-9a-f]+)$/m.exec(readFileSync(`${proc}/${pid}/status`, 'utf8'));
    return ignored?.[1] !== undefined && (BigInt(`0x${ignored[1]}`) & SIGQUIT) !== 0n;
  } catch {
    return true; // It has left, or hides what it is.
  }
}

/** The only child in front, through shells that run no script of their own: a part of the script in brackets, `sh -c`. */
function inFront(shell: Process, proc: string): Process | undefined {
  const scripts = new Set(ownScripts(shell));
  const children = descendantsOf([shell], proc);
  for (let at = shell, step = 0; step <= children.length; step++) {
    const [child, ...more] = children.filter(
      (one) => one.parent === at.pid && !isBehind(one, proc),
    );
    if (!child || more.length > 0) return undefined;
    const runs = isShell(child) ? ownScripts(child) : [];
    if (!isShell(child)) return child;
    if (runs.some((script) => !scripts.has(script))) return undefined;
    at = child;
  }
  return undefined;
}
