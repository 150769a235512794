import { symlinkSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listProcesses, readProcess } from '../../../shared/machine/linux/processes.ts';
import { signal } from '../../../shared/machine/linux/signal.ts';
import { untilGone } from '../../../shared/machine/linux/wait.ts';
import { folder, programAt, start, tidy } from './actors.ts';
import type { ClientProcess } from '../../../shared/core/model.ts';

tidy();

const one = (pid: number): ClientProcess => {
  const process_ = readProcess(pid);
  if (!process_) throw new Error(`${pid} is not there`);
  return { ...process_, role: 'root' };
};

describe('the process list of Linux', () => {
  it('knows a process by its program, its owner, its parent and its start', async () => {
    const program = programAt(path.join(folder(), 'My Chat', 'chat (beta) ✓'));
    const { pid } = await start(program);
    const list = listProcesses((exe) => exe === program);
    const found = list.known ? list.value.find((p) => p.pid === pid) : undefined;
    expect(found).toMatchObject({
      owner: String(process.getuid?.()),
      parent: process.pid,
      exe: { known: true, value: program },
    });
    expect(found?.startTime).toMatch(/^\d+$/);
  });

  it('brings all ancestors along, so that parents can be judged', async () => {
    const program = programAt(path.join(folder(), 'chat'));
    const { pid } = await start(program);
    const list = listProcesses((exe) => exe === program);
    const pids = list.known ? list.value.map((p) => p.pid) : [];
    expect(pids).toContain(pid);
    expect(pids).toContain(process.pid);
    expect(pids).toContain(1);
  });

  it('follows links to the program itself, and forgives an update under way', async () => {
    const dir = folder();
    const program = programAt(path.join(dir, 'chat'));
    symlinkSync(program, path.join(dir, 'link'));
    const { pid } = await start(path.join(dir, 'link'));
    rmSync(program);
    expect(one(pid).exe).toEqual({ known: true, value: program });
  });

  it('counts a zombie as gone', async () => {
    const dir = folder();
    const sleeper = programAt(path.join(dir, 'sleeper'));
    // The shell becomes a sleeper that never asks after its child.
    const { pid } = await start('/bin/sh', [
      '-c',
      `${sleeper} 600 & echo $! > ${dir}/pid; exec ${sleeper} 601`,
    ]);
    const child = await pidFrom(`${dir}/pid`);
    const before = { ...one(child), role: 'helper' as const };
    expect(before.parent).toBe(pid);
    process.kill(child, 'SIGKILL');
    expect(await untilGone([before], 5_000)).toEqual([]);
    expect(readProcess(child)).toBeUndefined();
  });

  it('says that it cannot see when there is nothing to read', () => {
    const empty = folder();
    expect(listProcesses(() => true, empty)).toMatchObject({ known: false });
    expect(listProcesses(() => true, path.join(empty, 'none'))).toMatchObject({ known: false });
  });

  it('leaves out a process that ends while it is read', () => {
    const proc = folder();
    mkdirSync(path.join(proc, '123'));
    symlinkSync('/opt/chat/chat', path.join(proc, '123', 'exe'));
    writeFileSync(path.join(proc, '123', 'stat'), '');
    const leaves = (): boolean => {
      rmSync(path.join(proc, '123'), { recursive: true, force: true });
      return true;
    };
    expect(listProcesses(leaves, proc)).toEqual({ known: true, value: [] });
  });
});

async function pidFrom(file: string): Promise<number> {
  const { readFileSync, watch } = await import('node:fs');
  const read = (): number => {
    try {
      return Number(readFileSync(file, 'utf8'));
    } catch {
      return 0;
    }
  };
  if (read() > 0) return read();
  return new Promise((resolve) => {
    const watcher = watch(path.dirname(file), () => {
      if (read() === 0) return;
      watcher.close();
      resolve(read());
    });
    if (read() > 0) {
      watcher.close();
      resolve(read());
    }
  });
}

describe('a signal', () => {
  it('ends the process that was meant', async () => {
    const { pid, ended } = await start(programAt(path.join(folder(), 'chat')));
    expect(signal(one(pid), 'SIGKILL')).toEqual({ state: 'delivered' });
    await ended;
  });

  it('is not sent to a later process with the same pid', async () => {
    const { pid } = await start(programAt(path.join(folder(), 'chat')));
    const earlier = { ...one(pid), startTime: '1' };
    expect(signal(earlier, 'SIGKILL')).toEqual({ state: 'already' });
    expect(readProcess(pid)).toBeDefined();
  });

  it('is not sent to a process that has become another program', async () => {
    const { pid } = await start(programAt(path.join(folder(), 'chat')));
    const earlier: ClientProcess = {
      ...one(pid),
      exe: { known: true, value: '/opt/wechat/wechat' },
    };
    expect(signal(earlier, 'SIGKILL')).toEqual({ state: 'already' });
    expect(readProcess(pid)).toBeDefined();
  });

  it('to one that has gone already is nothing to do', async () => {
    const { pid, child, ended } = await start(programAt(path.join(folder(), 'chat')));
    const then = one(pid);
    child.kill('SIGKILL');
    await ended;
    expect(signal(then, 'SIGKILL')).toEqual({ state: 'already' });
  });
});

describe.each([
  ['by pidfd', undefined],
  ['by reading stat, where there is nothing native', async () => undefined],
] as const)('waiting %s', (_, native) => {
  it('ends soon after the last process has gone', async () => {
    const dir = folder();
    const first = await start(programAt(path.join(dir, 'a')));
    const second = await start(programAt(path.join(dir, 'b')));
    const both = [one(first.pid), one(second.pid)];
    const waiting = untilGone(both, 10_000, native);
    first.child.kill('SIGKILL');
    second.child.kill('SIGKILL');
    expect(await waiting).toEqual([]);
  });

  it('answers who is still there when the time is over', async () => {
    const { pid } = await start(programAt(path.join(folder(), 'a')));
    expect((await untilGone([one(pid)], 60, native)).map((p) => p.pid)).toEqual([pid]);
  });

  it('does not wait for a pid that somebody else has now', async () => {
    const { pid } = await start(programAt(path.join(folder(), 'a')));
    expect(await untilGone([{ ...one(pid), startTime: '1' }], 10_000, native)).toEqual([]);
  });
});
