import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execaSync } from 'execa';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../shared/machine/files/names.ts';
import { documentsIn } from '../../../shared/machine/linux/documents.ts';
import { folder, tidy } from './actors.ts';

tidy();

const HOME = '/home/ming';

function saidBy(text: string | Buffer): unknown {
  const config = folder();
  writeFileSync(path.join(config, 'user-dirs.dirs'), text);
  return documentsIn(config, HOME);
}

const at = (value: string) => ({ known: true, value });

describe('user-dirs.dirs', () => {
  it('names the documents folder, below the home or anywhere', () => {
    expect(saidBy('# by xdg\n  XDG_DOCUMENTS_DIR="$HOME/文档"\n')).toEqual(at('/home/ming/文档'));
    expect(saidBy('XDG_DOCUMENTS_DIR="/mnt/d/"\n')).toEqual(at('/mnt/d'));
    expect(saidBy('XDG_DOCUMENTS_DIR="a"\nXDG_MUSIC_DIR="/m"')).toEqual(at(`${HOME}/Documents`));
  });

  it('that is not there means the usual folder', () => {
    expect(documentsIn('/nowhere/at/all', HOME)).toEqual(at(`${HOME}/Documents`));
  });

  it('may be in another encoding than UTF-8: its bytes are kept', () => {
    const bytes = Buffer.from([0xce, 0xc4, 0xb5, 0xb5]);
    const said = saidBy(
      Buffer.concat([Buffer.from('XDG_DOCUMENTS_DIR="$HOME/'), bytes, Buffer.from('"\n')]),
    ) as { value: string };
    expect(bytesOf(said.value)).toEqual(Buffer.concat([Buffer.from(`${HOME}/`), bytes]));
  });

  it('that is a pipe or a device is waited for by nobody, and makes the folder unknown', () => {
    const config = folder();
    execaSync('mkfifo', [path.join(config, 'user-dirs.dirs')]);
    const detail = `${config}/user-dirs.dirs has to be a regular file, not a folder, link, pipe or device`;
    expect(documentsIn(config, HOME)).toEqual({ known: false, why: { code: 'failed', detail } });
  });

  it('of a megabyte of empty lines is read in no time', () => {
    expect(saidBy('\n'.repeat(999_000))).toEqual(at(`${HOME}/Documents`));
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read makes the folder unknown', () => {
    const config = folder();
    mkdirSync(path.join(config, 'deep'));
    writeFileSync(path.join(config, 'deep/user-dirs.dirs'), '');
    chmodSync(path.join(config, 'deep'), 0);
    expect(documentsIn(path.join(config, 'deep'), HOME)).toMatchObject({
      known: false,
      why: { code: 'denied' },
    });
    chmodSync(path.join(config, 'deep'), 0o700);
  });
});
