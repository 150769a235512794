import { readFileSync } from 'node:fs';

interface Mount {
  readonly device: string;
  readonly root: string;
  readonly point: string;
}

/**
 * The other names that bind mounts give a path that a process has: the same folder of the same file system at
 * another place of ours (`/proc/PID/mountinfo`, proc(5)). Empty where the tables cannot be read.
 */
export function mountNamesOf(
  path: string,
  proc = '/proc',
  of: number | 'self' = 'self',
): readonly string[] {
  const ours = mountsIn(proc, 'self');
  const own = (of === 'self' ? ours : mountsIn(proc, of))
    .filter(({ point }) => isBelow(path, point))
    .reduce<Mount | undefined>(
      (best, one) => (best && best.point.length > one.point.length ? best : one),
      undefined,
    );
  if (!own) return [];
  const inside = joined(own.root, path.slice(own.point === '/' ? 0 : own.point.length));
  return ours
    .filter((one) => one !== own && one.device === own.device && isBelow(inside, one.root))
    .map(({ root, point }) => joined(point, inside.slice(root === '/' ? 0 : root.length)))
    .filter((name) => name !== path);
}

const isBelow = (path: string, folder: string): boolean =>
  folder === '/' || path === folder || path.startsWith(`${folder}/`);

const joined = (folder: string, rest: string): string =>
  (folder === '/' ? '' : folder) + rest || '/';

function mountsIn(proc: string, of: number | 'self'): readonly Mount[] {
  try {
    return readFileSync(`${proc}/${of}/mountinfo`, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, , device, root, point] = line.split(' ');
        if (device === undefined || root === undefined || point === undefined) return [];
        return [{ device, root: plain(root), point: plain(point) }];
      });
  } catch {
    return [];
  }
}

/** Spaces and their like stand as octal numbers. */
const plain = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
