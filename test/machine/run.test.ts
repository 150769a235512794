import { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import { runByExeca } from '../../shared/machine/run-execa.ts';
import { run, type Order, type Run } from '../../shared/machine/run.ts';
import { folder, start, tidy } from './linux/actors.ts';

tidy();

const SH = '/bin/sh';
const script = (text: string, more: Partial<Order> = {}): Order => ({
  ...{ program: SH, args: ['-c', text], timeoutMs: 10_000, env: { PATH: process.env['PATH'] } },
  ...more,
});

const isThere = (pid: number): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

it('a program that not even SIGKILL ends is waited for no longer than a second after its time', async () => {
  vi.spyOn(ChildProcess.prototype, 'kill').mockReturnValue(true);
  const at = path.join(folder(), 'pid');
  const order = script(`echo $$ > ${at}; exec sleep 600`, { timeoutMs: 200 });
  expect(await run(order)).toMatchObject({ known: false, why: { code: 'timeout' } });
  vi.restoreAllMocks();
  process.kill(Number(readFileSync(at, 'utf8')), 'SIGKILL');
});

it('a program run by execa ends when the program that started it is ended', async () => {
  const here = folder();
  const at = path.join(here, 'pid');
  const text = `
    import { runByExeca } from '${path.resolve('shared/machine/run-execa.ts')}';
    void runByExeca({
      ...{ program: '/bin/sh', args: ['-c', 'echo $$ > ${at}; exec sleep 600'], timeoutMs: 600_000 },
      env: { PATH: '/usr/bin:/bin' },
    });`;
  const program = path.join(here, 'parent.cjs');
  await build({
    stdin: { contents: text, resolveDir: process.cwd(), loader: 'ts' },
    ...{ bundle: true, format: 'cjs', platform: 'node', outfile: program },
  });
  const { pid: parent, ended } = await start(process.execPath, [program]);
  await vi.waitFor(() => expect(existsSync(at) && readFileSync(at, 'utf8')).toMatch(/\d/), 10_000);
  const child = Number(readFileSync(at, 'utf8'));
  expect(isThere(child)).toBe(true);
  process.kill(parent, 'SIGTERM');
  await ended;
  await vi.waitFor(() => expect(isThere(child)).toBe(false), 10_000);
});

describe.each<[name: string, run: Run]>([
  ['execFile', run],
  ['execa', runByExeca],
])('a program run by %s', (_, runs) => {
  it('says what it was told, and how it ended', async () => {
    const order = script('cat; echo two >&2; exit 3', { input: 'one\n' });
    expect(await runs(order)).toEqual({
      known: true,
      value: { stdout: 'one\n', stderr: 'two\n', code: 3 },
    });
  });

  it('keeps what it said although a grandchild holds the pipe', async () => {
    const at = path.join(folder(), 'pid');
    const order = script(`sleep 600 & echo $! > ${at}; echo said`, { timeoutMs: 4_000 });
    const said = await runs(order);
    process.kill(Number(readFileSync(at, 'utf8')), 'SIGKILL');
    expect(said).toMatchObject({ known: true, value: { stdout: 'said\n', code: 0 } });
  });

  it('is ended when its time is over, and that is unknown', async () => {
    const at = path.join(folder(), 'pid');
    const order = script(`sleep 600 & echo $! $$ > ${at}; exec sleep 600`, { timeoutMs: 500 });
    expect(await runs(order)).toMatchObject({ known: false, why: { code: 'timeout' } });
    const [grandchild = 0, child = 0] = readFileSync(at, 'utf8').split(' ').map(Number);
    await vi.waitFor(() => expect(isThere(child)).toBe(false));
    process.kill(grandchild, 'SIGKILL');
  });

  it('that does not read its input is heard all the same', async () => {
    const said = await runs(script('exec 0<&-; echo fine', { input: 'x'.repeat(1_000_000) }));
    expect(said.known && said.value.stdout).toBe('fine\n');
  });

  it.each([
    ['unsupported', '/nonexistent/program'],
    ['failed', 'sh'],
  ])('is %s at %s: no PATH is searched', async (code, program) => {
    expect(await runs({ program, args: [], timeoutMs: 5_000 })).toMatchObject({
      ...{ known: false, why: { code } },
    });
  });

  it('is denied where the file is no program', async () => {
    const program = path.join(folder(), 'text');
    writeFileSync(program, 'no program', { mode: 0o644 });
    expect(await runs({ program, args: [], timeoutMs: 5_000 })).toMatchObject({
      ...{ known: false, why: { code: 'denied' } },
    });
  });

  it('gets the environment that it is given, and no other', async () => {
    const said = await runs({
      program: '/usr/bin/env',
      args: [],
      timeoutMs: 5_000,
      env: { A: '1' },
    });
    const names = said.known ? said.value.stdout.match(/^[^=]+/gm) : [];
    expect(names?.sort()).toEqual(['A', 'LANG', 'LC_ALL']);
  });

  it('is called off by a signal', async () => {
    const cancel = new AbortController();
    const at = path.join(folder(), 'pid');
    const running = runs(script(`echo $$ > ${at}; exec sleep 600`, { signal: cancel.signal }));
    await vi.waitFor(() => expect(existsSync(at) && readFileSync(at, 'utf8')).toMatch(/\d/));
    cancel.abort();
    expect(await running).toMatchObject({ known: false, why: { code: 'failed' } });
    await vi.waitFor(() => expect(isThere(Number(readFileSync(at, 'utf8')))).toBe(false));
  });

  it('that says more than it may is ended, and that is unknown', async () => {
    const said = await runs(script('exec head -c 80000000 /dev/zero'));
    expect(said).toMatchObject({ known: false, why: { code: 'failed' } });
  });

  it('may say twenty megabytes', async () => {
    const said = await runs(script('head -c 20000000 /dev/zero | tr "\\\\0" x'));
    expect(said.known && said.value.stdout.length).toBe(20_000_000);
  });
});
