import type { Stats } from 'node:fs';

/**
 * Counts blocks, not length (sparse files); a file with several names counts once all of them were
 * seen. `before` is what went already; what is only looked at does not change it.
 */
export class Links {
  private readonly seen = new Map<string, number>();
  private readonly before: Links | undefined;

  constructor(before?: Links) {
    this.before = before;
  }

  bytesOf(own: Stats): number {
    if (own.nlink > 1) {
      const key = `${own.dev}:${own.ino}`;
      const count = this.count(key) + 1;
      this.seen.set(key, count);
      if (count < own.nlink) return 0;
    }
    return own.blocks * 512;
  }

  /** What was looked at went. */
  went(): void {
    for (const [key, count] of this.seen) this.before?.seen.set(key, count);
  }

  private count(key: string): number {
    return this.seen.get(key) ?? this.before?.count(key) ?? 0;
  }
}
