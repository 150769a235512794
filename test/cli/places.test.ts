import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { placesSchema } from '../../shared/schema/places.ts';
import { programAt, start, tidy } from '../machine/linux/actors.ts';
import { newHome, type Home } from './home.ts';

tidy();

let home: Home;
let file: string;
let program: string;
beforeEach(() => {
  home = newHome();
  file = path.join(home.folder, '.config/clean-exit/places.json');
  program = realpathSync(programAt(path.join(home.folder, 'x/telegram-desktop')));
});

/** What can lie in the place of the file. */
const FAULTS: readonly (readonly [string, () => void])[] = [
  ['a pipe', () => void execFileSync('mkfifo', [file])],
  ['a folder', () => void mkdirSync(file)],
  ['a link that leads nowhere', () => symlinkSync('/nowhere/places.json', file)],
  ['a device', () => symlinkSync('/dev/zero', file)],
  ['half of it', () => writeFileSync(file, '{"schema":"clean-exit/places/1","is')],
  ...(process.getuid?.() === 0
    ? []
    : [['closed to us', () => writeFileSync(file, '{}', { mode: 0 })] as const]),
];

const kept = () => placesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

describe('what a person says about a program', () => {
  it('is kept for the person alone, by the real path', async () => {
    symlinkSync(program, path.join(home.folder, 'link'));
    const said = await home.run('clients', 'confirm', 'Telegram', path.join(home.folder, 'link'));
    expect([said.code, said.err]).toEqual([0, '']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(kept()).toEqual({
      schema: 'clean-exit/places/1',
      is: { telegram: [program] },
      isNot: [],
    });
    await home.run('clients', 'forget', program);
    expect((await home.run('clients', 'deny', program, '--json')).json()).toMatchObject({
      isNot: [program],
    });
  });

  it('is refused where it cannot be meant', async () => {
    expect((await home.run('clients', 'confirm', 'telegram', '/usr/bin/python3')).code).toBe(2);
    expect((await home.run('clients', 'forget', program)).code).toBe(2);
    for (const id of ['nobody', 'all'])
      expect((await home.run('clients', 'confirm', id, program)).code).toBe(2);
    expect(existsSync(file)).toBe(false);
    await home.run('clients', 'confirm', 'telegram', program);
    const denied = await home.run('clients', 'deny', program);
    expect([denied.code, denied.err]).toEqual([2, expect.stringContaining('clients forget')]);
    expect(kept().is).toEqual({ telegram: [program] });
  });

  it('counts as nothing while the file cannot be understood, which doctor tells', async () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '{"schema":"clean-exit/places/1","is":{"telegram":["relative"]}}');
    expect((await home.run('clients', 'deny', program)).code).toBe(2);
    const doctor = await home.run('doctor', '--json');
    expect(doctor.code).toBe(1);
    expect(doctor.json()).toMatchObject({ faults: [{ file, field: 'is.telegram.0' }] });
    expect((await home.run('doctor')).out).not.toContain('schema client');
  });

  it.each(FAULTS)('leaves what is gone unknown where the file is %s', async (_, make) => {
    mkdirSync(path.dirname(file), { recursive: true });
    make();
    const { code, out } = await home.run('status', 'wechat', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([1, {}]);
    expect(out).toContain('"presence":"unknown"');
    expect(out).toContain(file);
    const said = await home.run('clients', 'confirm', 'telegram', program);
    expect([said.code, said.err]).toEqual([2, expect.stringContaining(file)]);
    expect((await home.run('doctor')).code).toBe(1);
  });

  it('is listed by doctor, with what no longer exists', async () => {
    await home.run('clients', 'deny', '/nowhere/qq');
    await home.run('clients', 'confirm', 'telegram', program);
    expect((await home.run('doctor', '--json')).json()).toMatchObject({
      settled: [
        { place: program, client: 'telegram', managed: false, exists: true },
        { place: '/nowhere/qq', client: null, managed: false, exists: false },
      ],
    });
    expect((await home.run('doctor')).out).toContain('clean-exit clients forget /nowhere/qq');
  });
});

describe('a program that may be a client', () => {
  it('is settled by the person before a purge, as its preview says too', async () => {
    const { child } = await start(program, ['600']);
    const dry = await home.run('purge', 'telegram', '--dry-run');
    expect(dry.out).toContain(`clients confirm telegram ${program}`);
    expect(dry.out).not.toContain('doctor');
    child.kill();
  });
});

describe('a script that is called like a client', () => {
  it('is a note of its own status and of doctor, and changes no answer', async () => {
    const script = path.join(realpathSync(home.folder), 'slack');
    writeFileSync(script, 'echo; read -r line < "$1"');
    const fifo = path.join(home.folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const { child } = await start(realpathSync('/bin/sh'), [script, fifo], { stdio: 'pipe' });
    await once(child.stdout ?? child, 'data');
    const json = await home.run('status', 'slack', '--json');
    expect(json.code).toBe(0);
    expect(JSON.stringify(json.json())).toContain(`"exe":"${script}","level":"namesake"`);
    const { code, out } = await home.run('status', 'slack');
    expect([code, out]).toEqual([0, expect.stringContaining(script)]);
    expect((await home.run('status')).out).not.toContain(script);
    expect((await home.run('doctor')).out).toContain(script);
    expect((await home.run('exit', 'slack')).code).toBe(0);
  });
});
