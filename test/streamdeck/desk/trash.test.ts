import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { holdsForeign } from '../../../streamdeck/desk/trash.ts';

describe('the trash of the virtual deck', () => {
  const places: string[] = [];
  afterEach(() => {
    for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true });
  });

  function trash(...from: readonly string[]): string {
    const place = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-trash-'));
    places.push(place);
    mkdirSync(path.join(place, 'info'));
    from.forEach((file, at) => {
      const note = `[Trash Info]\nPath=${file}\nDeletionDate=2026-11-26T20:00:00\n`;
      writeFileSync(path.join(place, 'info', `${at}.trashinfo`), note);
    });
    return place;
  }
  const PRACTICE = '/tmp/clean-exit-practice-0123456789ab/practice_files/ming/cache/1';

  it('may go when it was never used, or holds what practice clients left', () => {
    expect(holdsForeign('/nonexistent/Trash')).toBe(false);
    expect(holdsForeign(trash())).toBe(false);
    expect(holdsForeign(trash(PRACTICE))).toBe(false);
  });

  it('stays when it holds one file of anybody else', () => {
    expect(holdsForeign(trash(PRACTICE, '/home/ming/xwechat_files/cache/1'))).toBe(true);
    expect(holdsForeign(trash('/home/ming/clean-exit-practice-x/1'))).toBe(true);
  });
});
