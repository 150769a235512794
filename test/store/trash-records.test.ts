import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  keepTrashed,
  purgesOnRecord,
  trashedIn,
} from '../../shared/machine/files/trash-records.ts';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

const ITEMS = [
  { from: '/home/u/a', to: '/home/u/.local/share/Trash/files/a', identity: '1:2 in 1:1' },
];

const PURGED = { client: 'slack', files: 3, bytes: 12 };
const keep = (state: string, now: number) => keepTrashed([state], now, PURGED, ITEMS);

/** A folder with a hundred files of the person. */
function photos(at: string): string {
  mkdirSync(at, { recursive: true, mode: 0o700 });
  for (let n = 0; n < 100; n++) writeFileSync(path.join(at, `note${n}.txt`), 'x');
  return at;
}

describe('the records of what purges moved into the trash', () => {
  it('are kept and read', () => {
    const state = path.join(folder(), 'state');
    const { record: id } = keep(state, 1_000_000_000_000);
    expect(trashedIn([state], id ?? '')).toEqual(ITEMS);
    const at = '2001-09-09T01:46:40.000Z';
    expect(purgesOnRecord([state], new Set())).toEqual([{ record: id, at, ...PURGED }]);
    expect(purgesOnRecord([state], new Set([id ?? '']))).toEqual([]);
  });

  it('are fifty, the newest, and no other file beside them is ever removed', () => {
    const state = path.join(folder(), 'state');
    photos(path.join(state, 'trashed'));
    const ids = Array.from({ length: 52 }, (_, n) => keep(state, 1_700_000_000_000 + n).record);
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
    expect(keep(state, 1_000_000_000_000)).toEqual({
      recordNotKept: { code: 'link', path: link, owner: expect.any(Number) as number },
    });
    expect(readdirSync(others)).toHaveLength(100);
    expect(existsSync(path.join(others, 'trashed'))).toBe(false);
  });
});
