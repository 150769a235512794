import { describe, expect, it } from 'vitest';
import { readProcess } from '../../../shared/machine/linux/processes.ts';
import { start, tidy } from './actors.ts';

tidy();

describe('a process that was stopped', () => {
  it('is known as such until it goes on', async () => {
    const { pid, child } = await start('/bin/sleep');
    expect(readProcess(pid)).not.toHaveProperty('isStopped');
    child.kill('SIGSTOP');
    await expect.poll(() => readProcess(pid)?.isStopped).toBe(true);
    child.kill('SIGCONT');
    await expect.poll(() => readProcess(pid)?.isStopped).toBeUndefined();
  });
});
