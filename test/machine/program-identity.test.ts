import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programIdentity } from '../../shared/machine/program-identity.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-identity-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const me = { platform: 'macos', uid: process.getuid?.() ?? -1 } as const;

/** A bundle as macOS has it; answers its program. */
function bundle(name: string, text = 'program'): string {
  const contents = path.join(folder, name, 'Contents');
  mkdirSync(path.join(contents, 'MacOS'), { recursive: true });
  writeFileSync(path.join(contents, 'Info.plist'), 'plist');
  writeFileSync(path.join(contents, 'MacOS/X'), text);
  return path.join(contents, 'MacOS/X');
}

describe('what a program is', () => {
  it('stays the same as long as nothing else is there', () => {
    const program = bundle('X.app');
    const before = programIdentity(program, me);
    expect(before).toBeDefined();
    writeFileSync(path.join(folder, 'X.app/Contents/beside'), '');
    expect(programIdentity(program, me)).toBe(before);
  });

  it.each<[what: string, change: (app: string, program: string) => void]>([
    ['the program is written over', (_, program) => writeFileSync(program, 'another program')],
    [
      'another file takes its place',
      (app, program) => {
        writeFileSync(path.join(app, 'new'), 'program');
        renameSync(path.join(app, 'new'), program);
      },
    ],
    [
      'its bundle names another program',
      (app) => writeFileSync(path.join(app, 'Contents/Info.plist'), 'another'),
    ],
    [
      'another bundle takes its place',
      (app) => {
        renameSync(app, `${app}.old`);
        bundle('X.app');
      },
    ],
    [
      'a link leads to another bundle',
      (app) => {
        renameSync(app, `${app}.old`);
        bundle('Y.app');
        symlinkSync('Y.app', app);
      },
    ],
    [
      'a link leads to the same bundle under another name',
      (app) => {
        renameSync(app, `${app}.old`);
        symlinkSync('X.app.old', app);
      },
    ],
    ['nothing is there', (app) => rmSync(app, { recursive: true })],
    [
      'a folder is there',
      (_, program) => {
        rmSync(program);
        mkdirSync(program);
      },
    ],
  ])('is another one, or none, where %s', (_what, change) => {
    const program = bundle('X.app');
    const before = programIdentity(program, me);
    change(path.join(folder, 'X.app'), program);
    expect(before).toBeDefined();
    expect(programIdentity(program, me)).not.toBe(before);
  });

  it('is not known where it belongs to somebody else', () => {
    const program = bundle('X.app');
    const stranger = { ...me, uid: me.uid + 1 };
    if (me.uid === 0) for (const one of [program, path.join(folder, 'X.app')]) chownSync(one, 7, 7);
    expect(programIdentity(program, stranger)).toBeUndefined();
  });

  it('is not known of what no double click starts', () => {
    const file = path.join(folder, 'x');
    writeFileSync(file, '');
    expect(programIdentity(file, me)).toBeUndefined();
  });
});
