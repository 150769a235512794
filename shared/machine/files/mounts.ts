import { readFileSync } from 'node:fs';
import type { FoundRoot } from '../../core/removal-rules.ts';
import { fromDisk } from './names.ts';

/** Where the kernel keeps the list of what is mounted, as this process sees it (proc(5)). */
export const MOUNT_INFO = '/proc/self/mountinfo';

/**
 * Every folder or file at or below these roots on which something is mounted. The device number alone
 * does not show a bind mount of the same file system. Throws where the list cannot be read.
 */
export function mountPoints(file: string, roots: readonly FoundRoot[]): ReadonlySet<string> {
  return new Set(
    pointsIn(file).filter((one) => roots.some((root) => `${one}/`.startsWith(`${root.path}/`))),
  );
}

/** The innermost mounted folder in which a file lies. */
export const mountAbove = (list: string, file: string): string =>
  pointsIn(list)
    .filter((one) => one === '/' || file.startsWith(`${one}/`))
    .reduce((found, one) => (one.length > found.length ? one : found), '/');

/**
 * Every other path by which this folder, or a folder in it, is reached through a bind mount or a second mount.
 * A mount that another one hides counts too: one name too many only keeps files. Throws where the list
 * cannot be read or does not begin at the top (a chroot), because then no name can be ruled out.
 */
export function otherNames(list: string, folder: string): readonly string[] {
  const mounts = mountsIn(list);
  if (!mounts.some(({ point }) => point === '/')) throw new Error('the list of mounts has no top');
  const names = mounts.flatMap(({ device, root, point }) => {
    const rest = below(folder, point);
    if (rest === undefined) return [];
    const source = join(root, rest);
    return mounts
      .filter((one) => one.device === device)
      .flatMap((one) => {
        const inside = below(source, one.root);
        if (inside !== undefined) return [join(one.point, inside)];
        return below(one.root, source) === undefined ? [] : [one.point];
      });
  });
  return [...new Set(names)].filter((name) => below(name, folder) === undefined);
}

/** What follows this folder in a path; undefined where the path does not lie in it. */
function below(inner: string, outer: string): string | undefined {
  const start = outer === '/' ? '' : outer;
  return inner === outer || inner.startsWith(`${start}/`) ? inner.slice(start.length) : undefined;
}

const join = (folder: string, rest: string): string =>
  folder === '/' ? rest || '/' : rest === '/' ? folder : `${folder}${rest}`;

/** A file system that is mounted, or a folder of it. */
interface Mount {
  /** Major and minor number of the file system, the same for all its mounts. */
  readonly device: string;
  /** The folder in that file system that is seen at `point`. */
  readonly root: string;
  readonly point: string;
}

const pointsIn = (file: string): readonly string[] => mountsIn(file).map(({ point }) => point);

/** Fields three to five; space, tab, line feed and backslash are written as three octal figures. */
const mountsIn = (file: string): readonly Mount[] =>
  readFileSync(file, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, , device, root, point] = line.split(' ');
      if (device === undefined || root === undefined || point === undefined) return [];
      return [{ device, root: plain(root), point: plain(point) }];
    });

const plain = (field: string): string =>
  fromDisk(
    Buffer.from(
      field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
      'latin1',
    ),
  );
