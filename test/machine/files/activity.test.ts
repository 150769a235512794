import { mkdirSync, rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { latestChange, unmergedJournals } from '../../../shared/machine/files/activity.ts';
import { folder, tidy } from '../linux/actors.ts';
import { put } from './tree.ts';

tidy();

const DEEP = 'u/a/b/c/d/e/f/g';
const stage = () => {
  const top = folder();
  put(top, `${DEEP}/file`);
  for (const at of [`${DEEP}/file`, DEEP, ...parents(DEEP), '.'])
    utimesSync(path.join(top, at), 1_000, 1_000);
  return { top, roots: [{ name: 'root', path: top }] };
};
const parents = (name: string): readonly string[] =>
  name === '.' ? [] : [path.dirname(name), ...parents(path.dirname(name))];

describe('the latest change', () => {
  it('is seen at any depth', () => {
    const { top, roots } = stage();
    expect(latestChange(roots)).toEqual({ known: true, value: 1_000_000 });
    utimesSync(path.join(top, `${DEEP}/file`), 5_000, 5_000);
    expect(latestChange(roots)).toEqual({ known: true, value: 5_000_000 });
  });

  it('is seen where something was only removed', () => {
    const { top, roots } = stage();
    rmSync(path.join(top, `${DEEP}/file`));
    const latest = latestChange(roots);
    expect(latest.known && latest.value).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is not known of more files than one quick look', () => {
    const { top, roots } = stage();
    for (let n = 0; n < 20_001; n++) mkdirSync(path.join(top, `u/${n}`));
    expect(latestChange(roots)).toMatchObject({ known: false, why: { code: 'too-many' } });
    // No database folder is anywhere there, and that is known quickly.
  });
});

describe('journals that were not merged', () => {
  it('are found beside a cache of many thousand files', () => {
    const top = folder();
    put(top, 'u/db_storage/message/message_0.db-wal', 'u/db_storage/b.db', 'u/cache/x.db-wal');
    put(top, ...Array.from({ length: 6_000 }, (_, n) => `u/cache/2026-11/${n}`));
    put(top, ...Array.from({ length: 6_000 }, (_, n) => `u/other/${n}`));
    expect(unmergedJournals([{ name: 'root', path: top }])).toEqual({
      known: true,
      value: [path.join(top, 'u/db_storage/message/message_0.db-wal')],
    });
  });
});
