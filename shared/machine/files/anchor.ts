import { closeSync, constants, existsSync, fstatSync, openSync, readlinkSync } from 'node:fs';
import { codeOf, isGone } from './fault.ts';
import { fromDisk, onDisk } from './names.ts';
import { inode } from './unit.ts';

/** Where the kernel shows what this process has open (proc(5)). */
const OPEN = '/proc/self/fd';
const FOLDER = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * A folder that is held open: `inside` leads into just this one, also when another folder, or a link to
 * one, takes its place in the next moment.
 */
export class Anchor {
  readonly inside: string;
  private readonly fd: number;

  private constructor(fd: number, folder: string) {
    this.fd = fd;
    // Elsewhere than on Linux its path has to do (Windows has no user ids, and Wine shows Linux' /proc).
    this.inside = process.getuid && existsSync(OPEN) ? `${OPEN}/${fd}` : folder;
  }

  /** Undefined where the folder with this device and inode is not, or where a link leads to it. */
  static at(folder: string, identity: string): Anchor | undefined {
    const fd = opened(folder);
    if (fd === undefined) return undefined;
    const anchor = new Anchor(fd, folder);
    if (inode(fstatSync(fd)) === identity && anchor.isAt(folder)) return anchor;
    anchor.close();
    return undefined;
  }

  close(): void {
    closeSync(this.fd);
  }

  private isAt(folder: string): boolean {
    return this.inside === folder || fromDisk(readlinkSync(this.inside, 'buffer')) === folder;
  }
}

function opened(folder: string): number | undefined {
  try {
    return openSync(onDisk(folder), FOLDER);
  } catch (error) {
    if (isGone(error) || codeOf(error) === 'ELOOP') return undefined;
    throw error;
  }
}
