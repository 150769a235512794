import { lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Refusal, RefusalCode } from '../../core/model.ts';
import { homeOf } from './aside.ts';
import { codeOf, isGone } from './fault.ts';
import { namesOf, onDisk, shown } from './names.ts';

/** Looks at files and says what must stay whatever a rule says; remembers every reason. */
export class Guard {
  private readonly reasons = new Map<string, Refusal>();
  private readonly uid: number;
  private readonly mounts: ReadonlySet<string>;

  /** `uid`: our own owner id; `mounts`: where something is mounted. */
  constructor(uid: number, mounts: ReadonlySet<string>) {
    this.uid = uid;
    this.mounts = mounts;
  }

  get refusals(): readonly Refusal[] {
    return [...this.reasons.values()];
  }

  /** What is there, unless it is a link, on another file system or somebody else's: then it stays. */
  mine(file: string, above: Stats): Stats | undefined {
    const own = this.stat(file) ?? this.onceMore(file);
    if (!own) return undefined;
    if (own.isSymbolicLink()) return this.refuse('link', file);
    if (own.dev !== above.dev || this.mounts.has(file))
      return this.refuse('other-file-system', file);
    if (own.uid !== this.uid) return this.refuse('other-owner', file);
    return own;
  }

  stat(file: string): Stats | undefined {
    try {
      return lstatSync(onDisk(file));
    } catch (error) {
      return isGone(error) ? undefined : this.refuse('denied', file, codeOf(error));
    }
  }

  /** The names in a folder; undefined where it cannot be read, or is gone. */
  list(folder: string): readonly string[] | undefined {
    try {
      return namesOf(folder);
    } catch (error) {
      if (!isGone(error)) this.refuse('denied', folder, codeOf(error));
      return undefined;
    }
  }

  /** A file that no rule frees lies in a folder of ours, where its client does not find it. */
  strayed(file: string): void {
    this.reasons.set(file, { code: 'protected', subject: shown(file), detail: 'set aside' });
  }

  /** A name that its folder goes on showing although there is nothing under it is not nothing. */
  private onceMore(file: string): Stats | undefined {
    const known = this.reasons.size;
    if (!this.list(path.dirname(file))?.includes(path.basename(file))) return undefined;
    const own = this.stat(file);
    return own ?? (this.reasons.size > known ? undefined : this.refuse('denied', file, 'ENOENT'));
  }

  private refuse(code: RefusalCode, file: string, detail?: string): undefined {
    const subject = shown(homeOf(file));
    this.reasons.set(subject, { code, subject, ...(detail === undefined ? {} : { detail }) });
    return undefined;
  }
}
