import { chmodSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { LOCKER } from '../store/locker.ts';
import { program } from '../store/program.ts';
import { folder, tidy } from '../machine/linux/actors.ts';
import { asRoot } from './as-root.ts';

tidy();

asRoot('a state folder of another user', () => {
  it('is a fault that names the folder', async () => {
    const at = folder();
    const file = await program(LOCKER);
    chmodSync(path.dirname(file), 0o755);
    chmodSync(at, 0o700);
    const { stdout } = await execa(process.execPath, [file, path.join(at, 'claims/chat')], {
      uid: 65_534,
    });
    expect(stdout).toBe(`StateFault EACCES ${path.join(at, 'claims')}`);
  });
});
