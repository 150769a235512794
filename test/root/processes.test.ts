import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readProcess } from '../../shared/machine/linux/processes.ts';
import { programAt, start, tidy } from '../machine/linux/actors.ts';
import { asRoot } from './as-root.ts';

tidy();

asRoot('a process of another user', () => {
  it('has that user as its owner', async () => {
    const program = programAt(path.join('/tmp', `clean-exit-other-${process.pid}`));
    try {
      const { pid } = await start(program, ['600'], { uid: 65_534 });
      expect(readProcess(pid)?.owner).toBe('65534');
    } finally {
      rmSync(program);
    }
  });
});
