import { existsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../shared/machine/files/folder.ts';
import { folder, tidy } from '../linux/actors.ts';

tidy();

describe('making a folder', () => {
  it('makes those above it as well, for their owner alone, and is content with one that is there', () => {
    const deep = path.join(folder(), 'a/b/c');
    makeFolder(deep);
    makeFolder(deep);
    expect(statSync(path.dirname(deep)).mode & 0o777).toBe(0o700);
  });

  it('ends with an error where the system allows none, instead of never (procfs)', () => {
    expect(() => makeFolder('/proc/nowhere/deep')).toThrow(/ENOENT|EACCES/);
  });

  it('says what is in the way', () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(path.join(file, 'deep'))).toThrow(/ENOTDIR/);
    expect(existsSync(file)).toBe(true);
  });
});
