import type { Row } from '../../core/listing.ts';
import type { Tier } from '../../core/model.ts';
import { Fingerprint } from './fingerprint.ts';
import type { Sum } from './read-folder.ts';
import { ByteCount } from './byte-count.ts';

/** The preview as it grows, one row for each tier, account and folder that a rule names. */
export class Rows {
  readonly print = new Fingerprint();
  private readonly byteCount = new ByteCount();
  private readonly rows = new Map<string, { -readonly [Key in keyof Row]: Row[Key] }>();

  get files(): number {
    return this.byteCount.files;
  }

  get bytes(): number {
    return this.byteCount.bytes;
  }

  add(
    what: { readonly tier: Tier; readonly account: string | undefined; readonly folder: string },
    sum: Sum,
  ): void {
    const { tier, account, folder } = what;
    const key = `${tier}\0${account ?? ''}\0${folder}`;
    const bytes = this.byteCount.add(sum.files, sum.bytes, sum.linked);
    const row = this.rows.get(key);
    if (!row) {
      const { files, oldest, newest } = sum;
      const whose = account === undefined ? {} : { account };
      this.rows.set(key, { tier, ...whose, folder, files, bytes, oldest, newest });
      return;
    }
    row.files += sum.files;
    row.bytes += bytes;
    row.oldest = Math.min(row.oldest, sum.oldest);
    row.newest = Math.max(row.newest, sum.newest);
  }

  /** Largest first. */
  get sorted(): readonly Row[] {
    return [...this.rows.values()].sort(
      (a, b) => b.bytes - a.bytes || (a.folder < b.folder ? -1 : 1),
    );
  }
}
