import { closeSync, constants, existsSync, fchmodSync, fstatSync } from 'node:fs';
import { lstatSync, openSync, readlinkSync, type Stats } from 'node:fs';
import { codeOf, isGone } from './errno.ts';
import { fromDisk, onDisk } from './names.ts';
import { inode } from './unit.ts';

/** Where the kernel shows what this process has open (proc(5)). */
const OPEN = '/proc/self/fd';
// Elsewhere than on Linux its path has to do (Windows has no user ids, and Wine shows Linux' /proc).
const SHOWS_OPEN = process.getuid !== undefined && existsSync(OPEN);
const FOLDER = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * A folder that is held open: `inside` leads into just this one, also when another folder, or a link to
 * one, takes its place in the next moment.
 */
export class DirHandle {
  readonly inside: string;
  /** Device and inode. */
  readonly identity: string;
  private readonly device: number;
  readonly mode: number;
  private readonly fd: number;

  private constructor(fd: number, folder: string) {
    this.fd = fd;
    const own = fstatSync(fd);
    this.identity = inode(own);
    this.device = own.dev;
    this.mode = own.mode & 0o7777;
    this.inside = SHOWS_OPEN ? `${OPEN}/${fd}` : folder;
  }

  /** Undefined where the folder with this device and inode is not, or where a link leads to it. */
  static at(folder: string, identity: string): DirHandle | undefined {
    const anchor = DirHandle.open(folder);
    if (!anchor || (isSame(anchor.identity, identity) && anchor.isAt(folder))) return anchor;
    anchor.close();
    return undefined;
  }

  /** Undefined where no folder is, or a link leads to it. */
  static open(folder: string): DirHandle | undefined {
    try {
      return new DirHandle(openSync(onDisk(folder), FOLDER), folder);
    } catch (error) {
      if (isGone(error) || codeOf(error) === 'ELOOP') return undefined;
      throw error;
    }
  }

  /** A folder to which no link leads, whichever it is. */
  static real(folder: string): DirHandle | undefined {
    const anchor = DirHandle.open(folder);
    if (!anchor || (SHOWS_OPEN ? anchor.isAt(folder) : !isBehindLink(folder))) return anchor;
    anchor.close();
    return undefined;
  }

  /** A folder in this one; undefined where none is, where a link is, or another than this `identity`. */
  child(name: string, identity?: string): DirHandle | undefined {
    const anchor = DirHandle.open(`${this.inside}/${name}`);
    if (!anchor || identity === undefined || isSame(anchor.identity, identity)) return anchor;
    anchor.close();
    return undefined;
  }

  /** What the system is given for a name in this folder. */
  place(name: string): string | Buffer {
    return onDisk(`${this.inside}/${name}`);
  }

  /** What has this name in it, not followed. */
  stat(name: string): Stats | undefined {
    return lstatSync(this.place(name), { throwIfNoEntry: false });
  }

  /** Whether what a path tells lies on this folder's device. */
  hasDeviceOf({ dev }: Pick<Stats, 'dev'>): boolean {
    return dev === this.device || dev === NO_DEVICE;
  }

  chmod(mode: number): void {
    fchmodSync(this.fd, mode);
  }

  close(): void {
    closeSync(this.fd);
  }

  private isAt(folder: string): boolean {
    return this.inside === folder || fromDisk(readlinkSync(this.inside, 'buffer')) === folder;
  }
}

/** Node 22.12 to 22.16 and 24.0 to 24.1 tell no device by a path on Windows 11, and one by a handle (libuv#4698). */
const NO_DEVICE = 0;

const isSame = (held: string, listed: string): boolean =>
  held === listed || (listed.startsWith(`${NO_DEVICE}:`) && held.endsWith(listed.slice(1)));

/** Whether a link, or a junction, is on the way; what lies at the top is the system's own (`/var` on macOS). */
export function isBehindLink(folder: string): boolean {
  const [first = '', ...names] = folder.split('/').filter(Boolean);
  let at = folder.startsWith('/') ? `/${first}` : first;
  return names.some((name) =>
    lstatSync(onDisk((at = `${at}/${name}`)), { throwIfNoEntry: false })?.isSymbolicLink(),
  );
}

/** As `within`, for what takes its time. */
export async function whileOpen<T>(
  anchor: DirHandle | undefined,
  deed: (anchor: DirHandle) => Promise<T>,
): Promise<T | undefined> {
  if (!anchor) return undefined;
  try {
    return await deed(anchor);
  } finally {
    anchor.close();
  }
}

/** Does something in a folder that is held open; undefined where it is not there. */
export function within<T>(
  anchor: DirHandle | undefined,
  deed: (anchor: DirHandle) => T,
): T | undefined {
  if (!anchor) return undefined;
  try {
    return deed(anchor);
  } finally {
    anchor.close();
  }
}
