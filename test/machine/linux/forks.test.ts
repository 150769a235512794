import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listProcesses } from '../../../shared/machine/linux/processes.ts';
import { folder, programAt, start, tidy } from './actors.ts';

tidy();

/** Goes on as its own child, again and again, until the file `stop` is there. */
const HOPPER = 'open F, ">$ARGV[0]/here"; close F; until (-e "$ARGV[0]/stop") { fork and exit }';

describe('a client that goes on under another pid all the time', () => {
  it('is never away, or not known, in a hundred looks', async () => {
    const dir = folder();
    const program = programAt(path.join(dir, 'chat'), '/usr/bin/perl');
    const { ended } = await start(program, ['-e', HOPPER, dir]);
    try {
      await expect.poll(() => exists(path.join(dir, 'here'))).toBe(true);
      await ended;
      for (let look = 0; look < 100; look++) {
        const seen = listProcesses((exe) => exe === program);
        const isThere =
          seen.known && seen.value.some(({ exe }) => exe.known && exe.value === program);
        expect(isThere || !seen.known).toBe(true);
      }
    } finally {
      writeFileSync(path.join(dir, 'stop'), '');
    }
    const isThere = (): boolean => {
      const seen = listProcesses((exe) => exe === program);
      return !seen.known || seen.value.some(({ exe }) => exe.known && exe.value === program);
    };
    await expect.poll(isThere).toBe(false);
  });
});

function exists(file: string): boolean {
  try {
    return readFileSync(file).length === 0;
  } catch {
    return false;
  }
}
