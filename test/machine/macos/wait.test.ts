import { describe, expect, it, vi } from 'vitest';
import {
  errorsIn,
  EVENT_BYTES,
  exitEvents,
  openExits,
  pidIn,
  timespec,
} from '../../../shared/machine/macos/kqueue.ts';
import { tidy } from '../linux/actors.ts';
import { actors } from './double/actor.ts';

tidy();

describe('waiting by events', () => {
  it('asks ps only at the beginning and in the end, and hands every handle back', async () => {
    const log: string[] = [];
    const native = async (pids: readonly number[]) => {
      log.push(`open ${pids.length}`);
      return {
        untilOneLeaves: async (left: ReadonlySet<number>) => {
          log.push(`wait ${left.size}`);
          const [pid = 0] = left;
          process.kill(pid, 'SIGKILL');
          await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
        },
        close: () => void log.push('close'),
      };
    };
    const { machine, roots, double } = await actors({}, { count: 2, native });
    const before = double.starts().length;
    expect(await machine.processes.untilGone(roots, 5_000)).toEqual([]);
    expect(log).toEqual(['open 2', 'wait 2', 'wait 1', 'close']);
    expect(double.starts().length - before).toBe(1);
  });

  it('speaks to kqueue in the bytes of sys/event.h', () => {
    const events = exitEvents([501, 70_000]);
    expect(events.toString('hex')).toBe(
      ['f501000000000000fbff5100000000800000000000000000', '0000000000000000'].join('') +
        ['7011010000000000fbff5100000000800000000000000000', '0000000000000000'].join(''),
    );
    expect([events.length, pidIn(events)]).toEqual([2 * EVENT_BYTES, 501]);
    const answers = Buffer.alloc(2 * EVENT_BYTES);
    answers.writeBigInt64LE(3n, EVENT_BYTES + 16);
    expect(errorsIn(answers, 2)).toEqual([0, 3]);
    expect(timespec(1_250).toString('hex')).toBe('010000000000000080b2e60e00000000');
  });

  it('has none on a system without kqueue', async () => {
    expect(await openExits([process.pid])).toBeUndefined();
  });
});
