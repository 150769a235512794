import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listProcesses, readProcess } from '../../shared/machine/linux/processes.ts';
import { programAt, start, tidy } from '../machine/linux/actors.ts';
import { until } from '../desk/until.ts';
import { asAccount } from '../oracle/account.ts';
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

  it('hides no list although it is a zombie that nobody waits for', async () => {
    // The shell becomes a sleeper that never asks after its child.
    const { pid } = await start('/bin/sh', ['-c', '/bin/true & exec /bin/sleep 600']);
    const children = `/proc/${pid}/task/${pid}/children`;
    const isZombie = (child: string): boolean =>
      / Z /.test(readFileSync(`/proc/${child}/stat`, 'utf8'));
    await until(() => {
      const [child] = readFileSync(children, 'utf8').split(' ');
      return child !== undefined && child !== '' && isZombie(child);
    }, 'its child is a zombie');
    const all = await asAccount(async () => listProcesses(() => true));
    expect(all).toMatchObject({ known: true });
  });
});
