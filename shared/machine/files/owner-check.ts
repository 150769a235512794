import { lstatSync, type Stats } from 'node:fs';
import { posix as path } from 'node:path';
import type { Refusal, RefusalCode } from '../../core/model.ts';
import { originalPath } from './quarantine.ts';
import { codeOf, isGone } from './errno.ts';
import { namesOf, onDisk, shown, type Names, type ReadFolders } from './names.ts';

/** Looks at files and says what must stay whatever a rule says; remembers every reason. */
export class OwnerCheck {
  private readonly reasons = new Map<string, Refusal>();
  private readonly uid: number;
  private readonly mounts: ReadonlySet<string>;
  private readonly read: ReadFolders | undefined;

  /** `uid`: our own owner id; `mounts`: where something is mounted; `read`: what was read in this look. */
  constructor(uid: number, mounts: ReadonlySet<string> = new Set(), read?: ReadFolders) {
    this.uid = uid;
    this.mounts = mounts;
    this.read = read;
  }

  get refusals(): readonly Refusal[] {
    return [...this.reasons.values()];
  }

  /** Whether it is ours and on the same file system as the folder above; else it stays. */
  isOurs(file: string, own: Stats, above: Stats): boolean {
    if (own.dev !== above.dev || (this.mounts.size > 0 && this.mounts.has(file)))
      return this.refuse('other-file-system', file);
    return own.uid === this.uid || this.refuse('other-owner', file);
  }

  /** What is there, not followed. `place` is its path as the system wants it. */
  stat(file: string, place: string | Buffer = onDisk(file)): Stats | undefined {
    try {
      return lstatSync(place);
    } catch (error) {
      if (!isGone(error)) this.refuse('denied', file, codeOf(error));
      return undefined;
    }
  }

  /** The names in a folder; undefined where it cannot be read, or is gone. */
  list(folder: string): Names | undefined {
    try {
      return namesOf(folder, this.read);
    } catch (error) {
      if (!isGone(error)) this.refuse('denied', folder, codeOf(error));
      return undefined;
    }
  }

  /** A name that its folder goes on showing although there is nothing under it is not nothing. */
  vanished(file: string): void {
    const folder = path.dirname(file);
    this.read?.delete(folder);
    if (this.list(folder)?.names.includes(path.basename(file)) && !this.stat(file))
      this.refuse('denied', file, 'ENOENT');
  }

  refuse(code: RefusalCode, file: string, detail?: string): false {
    const subject = shown(originalPath(file));
    this.reasons.set(`${code} ${subject}`, {
      code,
      subject,
      ...(detail === undefined ? {} : { detail }),
    });
    return false;
  }
}
