import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { othersUnseen } from '../../../shared/machine/linux/others-unseen.ts';

const ALL = '         0          0 4294967295\n';

function proc(options: string, users = ALL, capabilities = '0000000000000000'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'proc-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const self = path.join(folder, 'self');
  mkdirSync(self);
  writeFileSync(path.join(self, 'uid_map'), users);
  writeFileSync(path.join(self, 'mounts'), `proc /proc proc ${options} 0 0\n`);
  writeFileSync(path.join(self, 'status'), `CapEff:\t${capabilities}\n`);
  return folder;
}

describe('programs of other users', () => {
  it('are seen where nothing hides them', () => {
    expect(othersUnseen(proc('rw,relatime'))).toBeUndefined();
    expect(othersUnseen(proc('rw,hidepid=off'))).toBeUndefined();
  });

  it.each(['hidepid=1', 'rw,hidepid=invisible', 'hidepid=ptraceable'])(
    'are hidden by %s',
    (one) => {
      expect(othersUnseen(proc(one))).toMatchObject({ code: 'denied' });
    },
  );

  it('are seen all the same by who may look into every process', () => {
    expect(othersUnseen(proc('hidepid=2', ALL, '000001ffffffffff'))).toBeUndefined();
  });

  it('are hidden in a user namespace that knows few users, whatever it is called there', () => {
    const root = '         0       1000          1\n';
    expect(othersUnseen(proc('rw', root, '000001ffffffffff'))).toMatchObject({ code: 'denied' });
  });
});
