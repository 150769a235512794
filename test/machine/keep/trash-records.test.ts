import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepTrashed, trashedIn } from '../../../shared/machine/keep/trash-records.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

const ITEMS = [
  { from: '/home/u/a', to: '/home/u/.local/share/Trash/files/a', identity: '1:2 in 1:1' },
];

/** A folder with a hundred files of the person. */
function photos(at: string): string {
  mkdirSync(at, { recursive: true, mode: 0o700 });
  for (let n = 0; n < 100; n++) writeFileSync(path.join(at, `note${n}.txt`), 'x');
  return at;
}

describe('the records of what purges moved into the trash', () => {
  it('are kept and read', () => {
    const state = path.join(folder(), 'state');
    const id = keepTrashed([state], 1_000_000_000_000, ITEMS);
    expect(trashedIn([state], id ?? '')).toEqual(ITEMS);
  });

  it('are fifty, the newest, and no other file beside them is ever removed', () => {
    const state = path.join(folder(), 'state');
    photos(path.join(state, 'trashed'));
    const ids = Array.from({ length: 52 }, (_, n) =>
      keepTrashed([state], 1_700_000_000_000 + n, ITEMS),
    );
    const files = readdirSync(path.join(state, 'trashed'));
    expect(files.filter((name) => name.startsWith('note'))).toHaveLength(100);
    expect(files.filter((name) => name.endsWith('.json'))).toHaveLength(50);
    expect(trashedIn([state], ids.at(-1) ?? '')).toEqual(ITEMS);
    expect(trashedIn([state], ids[0] ?? '')).toBeUndefined();
  });

  it.each(['trashed', ''])('are not written through a link at "%s"', (name) => {
    const [top, others] = [folder(), photos(path.join(folder(), 'photos'))];
    const state = path.join(top, 'state');
    const link = path.join(state, name);
    mkdirSync(path.dirname(link), { recursive: true, mode: 0o700 });
    symlinkSync(others, link);
    expect(keepTrashed([state], 1_000_000_000_000, ITEMS)).toBeUndefined();
    expect(readdirSync(others)).toHaveLength(100);
    expect(existsSync(path.join(others, 'trashed'))).toBe(false);
  });
});
