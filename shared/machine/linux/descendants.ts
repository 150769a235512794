import { readdirSync, readFileSync } from 'node:fs';
import type { Process } from '../../core/model.ts';
import { readProcess } from './processes.ts';

/** All living processes below these, by `/proc/PID/task/TID/children` (proc(5)); where it is missing, none. */
export function descendantsOf(roots: readonly Process[], proc: string): readonly Process[] {
  const seen = new Set<number>();
  const open = roots.map(({ pid }) => pid);
  for (let pid = open.pop(); pid !== undefined; pid = open.pop())
    for (const child of childrenOf(pid, proc)) {
      if (seen.has(child)) continue;
      seen.add(child);
      open.push(child);
    }
  return [...seen].flatMap((pid) => readUnless(pid, proc));
}

function childrenOf(pid: number, proc: string): readonly number[] {
  try {
    return readdirSync(`${proc}/${pid}/task`).flatMap((task) =>
      readFileSync(`${proc}/${pid}/task/${task}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return []; // It has left, or this kernel does not tell.
  }
}

function readUnless(pid: number, proc: string): readonly Process[] {
  try {
    return [readProcess(pid, proc) ?? []].flat();
  } catch {
    return [];
  }
}
