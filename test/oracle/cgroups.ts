import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRoot } from './account.ts';

const TREES = ['/sys/fs/cgroup', '/sys/fs/cgroup/unified'];

/** A control group of its own, which the product does not know: the kernel counts who lives in it. */
export interface Cgroup {
  readonly folder: string;
  isEmpty(): boolean;
  endAll(): void;
  remove(): void;
}

const tree = isRoot ? TREES.find((one) => existsSync(`${one}/cgroup.procs`)) : undefined;
let made = 0;

/** A new group, or undefined where there are none or we may not make any. */
export function newCgroup(): Cgroup | undefined {
  if (tree === undefined) return undefined;
  const folder = path.join(tree, `oracle-${process.pid}-${++made}`);
  try {
    mkdirSync(folder);
  } catch {
    return undefined;
  }
  return {
    folder,
    isEmpty: () => /^populated 0$/m.test(readFileSync(`${folder}/cgroup.events`, 'utf8')),
    endAll: () => writeFileSync(`${folder}/cgroup.kill`, '1'),
    remove: () => {
      try {
        rmdirSync(folder);
      } catch {
        // A process that was ended takes a moment to leave its group; the folder is empty and harmless.
      }
    },
  };
}
