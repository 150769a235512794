/** A file that has other names as well. */
export interface Linked {
  /** Device and inode. */
  readonly key: string;
  /** How many names it has. */
  readonly names: number;
  readonly bytes: number;
}

/** Adds up what goes: blocks, not length, and a file with several names once all of them are counted. */
export class ByteCount {
  files = 0;
  bytes = 0;
  private readonly seen = new Map<string, number>();

  /** Answers how many bytes that added. */
  add(files: number, bytes: number, linked: readonly Linked[] = []): number {
    let added = bytes;
    for (const one of linked) {
      const count = (this.seen.get(one.key) ?? 0) + 1;
      this.seen.set(one.key, count);
      if (count === one.names) added += one.bytes;
    }
    this.files += files;
    this.bytes += added;
    return added;
  }
}
