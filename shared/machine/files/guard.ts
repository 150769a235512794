import { lstatSync, readdirSync, type Stats } from 'node:fs';
import type { Refusal, RefusalCode } from '../../core/model.ts';
import { codeOf, isGone } from './fault.ts';

/** Looks at files and says what must stay whatever a rule says; remembers every reason. */
export class Guard {
  private readonly reasons = new Map<string, Refusal>();
  private readonly uid: number;

  /** `uid`: our own owner id. */
  constructor(uid: number) {
    this.uid = uid;
  }

  get refusals(): readonly Refusal[] {
    return [...this.reasons.values()];
  }

  /** What is there, unless it is a link, on another file system or somebody else's: then it stays. */
  mine(file: string, above: Stats): Stats | undefined {
    const own = this.stat(file);
    if (!own) return undefined;
    if (own.isSymbolicLink()) return this.refuse('link', file);
    if (own.dev !== above.dev) return this.refuse('other-file-system', file);
    if (own.uid !== this.uid) return this.refuse('other-owner', file);
    return own;
  }

  stat(file: string): Stats | undefined {
    try {
      return lstatSync(file);
    } catch (error) {
      return isGone(error) ? undefined : this.refuse('denied', file, codeOf(error));
    }
  }

  list(folder: string): readonly string[] {
    try {
      return readdirSync(folder);
    } catch (error) {
      if (!isGone(error)) this.refuse('denied', folder, codeOf(error));
      return [];
    }
  }

  private refuse(code: RefusalCode, subject: string, detail?: string): undefined {
    this.reasons.set(subject, { code, subject, ...(detail === undefined ? {} : { detail }) });
    return undefined;
  }
}
