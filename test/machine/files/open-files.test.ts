import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueOr } from '../../../shared/core/known.ts';
import { linuxFiles } from '../../../shared/machine/linux/files.ts';
import { holderBelow } from '../../../shared/machine/linux/open-files.ts';
import { linuxPlaces } from '../../../shared/machine/linux/places.ts';
import { until } from '../../desk/until.ts';
import { folder, programAt, start, tidy } from '../linux/actors.ts';
import { clientAt, put } from './tree.ts';

tidy();

const UID = process.getuid?.() ?? -1;

describe('files that somebody uses', () => {
  it('forbid the whole removal, also when only a chat record beside the cache is open', async () => {
    const home = folder();
    const root = path.join(home, 'chat');
    put(root, 'u/cache/a', 'u/db_storage/message.db');
    const places = linuxPlaces({ HOME: home }, home);
    const files = linuxFiles({ places, uid: UID, now: Date.now });
    const mayTouch = async (): Promise<undefined> => undefined;
    const order = { permanently: false, mayTouch } as const;
    const client = clientAt(root, ['{root}/u/cache/**']);
    const record = path.join(root, 'u/db_storage/message.db');
    const reader = spawn('/usr/bin/tail', ['-f', record], { stdio: 'ignore' });
    const left = once(reader, 'exit');
    await until(() => valueOr(holderBelow([root], UID), undefined), 'tail has opened it');
    const remove = async () => {
      const listed = await files.list(client, { tiers: ['cache'] });
      if (!listed.known) throw new Error(listed.why.code);
      return listed.value.remove(order);
    };
    expect(await remove()).toMatchObject({
      files: 0,
      refusals: [{ code: 'open-elsewhere', subject: record, detail: `pid ${reader.pid}` }],
    });
    expect(existsSync(path.join(root, 'u/cache/a'))).toBe(true);
    reader.kill();
    await left;
    expect(await remove()).toMatchObject({ files: 1, refusals: [] });
  });

  it('are seen when they are only mapped into memory', async () => {
    const root = folder();
    const program = programAt(path.join(root, 'runtime/program'));
    const { pid } = await start(program);
    expect(holderBelow([root], UID)).toEqual({ known: true, value: { pid, file: program } });
    expect(holderBelow([path.join(root, 'run')], UID)).toMatchObject({ value: undefined });
  });

  it.skipIf(UID === 0)('are known beside a program that hides for moments', async () => {
    const dir = folder();
    const hide = 'syscall(157, 4, 0, 0, 0, 0); select(undef, undef, undef, 0.0003)';
    const show = 'syscall(157, 4, 1, 0, 0, 0); select(undef, undef, undef, 0.001)';
    const turns = `open F, ">$ARGV[0]/here"; for (;;) { ${hide}; ${show} }`;
    await start(programAt(path.join(dir, 'chat'), '/usr/bin/perl'), ['-e', turns, dir]);
    await until(() => existsSync(path.join(dir, 'here')), 'it turns');
    const looks = Array.from({ length: 200 }, () => holderBelow(['/nowhere'], UID));
    expect(looks.filter(({ known }) => !known)).toEqual([]);
  });

  it.each<[string, string, string, boolean]>([
    ['a living program of our own', 'S', '0', false],
    ['a zombie', 'Z', '0', true],
    ['a program with more rights than ours', 'S', 'ffffffffffffffff', true],
  ])('where %s does not let us look', (_, state, rights, isKnown) => {
    const proc = folder();
    mkdirSync(path.join(proc, '7'));
    // Not a folder: reading it fails as a forbidden one does for everybody but root.
    writeFileSync(path.join(proc, '7/fd'), '');
    const rest = [7, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 1, 0, 99].join(' ');
    writeFileSync(path.join(proc, '7/stat'), `7 (chat) ${state} 1 ${rest}`);
    writeFileSync(path.join(proc, '7/status'), `CapPrm:\t${rights}\n`);
    expect(holderBelow(['/nowhere/chat'], UID, proc).known).toBe(isKnown);
    expect(holderBelow(['/nowhere/chat'], UID + 1, proc).known).toBe(true);
  });
});
