import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Process } from '../../../shared/core/model.ts';
import { sendByPidfd } from '../../../shared/machine/linux/pidfd.ts';
import { readProcess } from '../../../shared/machine/linux/processes.ts';
import { signalByHandle } from '../../../shared/machine/linux/signal.ts';
import { folder, programAt, start, tidy } from './actors.ts';

tidy();

const ALREADY = { state: 'already' };

async function running(): Promise<{ readonly one: Process; readonly ended: Promise<unknown> }> {
  const { pid, ended } = await start(programAt(path.join(folder(), 'chat')));
  const one = readProcess(pid);
  if (!one) throw new Error('it is not there');
  return { one, ended };
}

/** As on a system without handles, or one that answers with this error. */
const answering = (errno: number | undefined): typeof sendByPidfd => {
  return async (_pid, _signal, isStill) => (isStill() ? errno : 'other');
};

describe.each([
  ['by handle', sendByPidfd],
  ['by kill, where there is no handle', async () => undefined],
] as const)('an end %s', (_, send) => {
  it('ends the process that was seen', async () => {
    const { one, ended } = await running();
    expect(await signalByHandle(one, 'SIGKILL', send)).toEqual({ state: 'delivered' });
    await ended;
    expect(await signalByHandle(one, 'SIGKILL', send)).toEqual(ALREADY);
  });

  it.each<[what: string, then: Partial<Process>]>([
    ['started at another time', { startTime: '1' }],
    ['had another owner', { owner: '65534' }],
    ['was another program', { exe: { known: true, value: '/opt/chat/chat' } }],
  ])('ends none that %s', async (__, then) => {
    const { one } = await running();
    expect(await signalByHandle({ ...one, ...then }, 'SIGKILL', send)).toEqual(ALREADY);
    expect(readProcess(one.pid)?.startTime).toBe(one.startTime);
  });

  it('ends one that hid its program when it was seen', async () => {
    const { one, ended } = await running();
    const hidden = { ...one, exe: { known: false, why: { code: 'denied' } } } as const;
    expect(await signalByHandle(hidden, 'SIGKILL', send)).toEqual({ state: 'delivered' });
    await ended;
  });
});

describe('an end that the system forbids', () => {
  it('is denied, and another fault is told by its number', async () => {
    const { one } = await running();
    const { EPERM, EINVAL } = os.constants.errno;
    expect(await signalByHandle(one, 'SIGTERM', answering(EPERM))).toMatchObject({
      state: 'failed',
      reason: { code: 'denied' },
    });
    expect(await signalByHandle(one, 'SIGTERM', answering(EINVAL))).toMatchObject({
      state: 'failed',
      reason: { code: 'failed', detail: `errno ${EINVAL}` },
    });
  });
});
