import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execaSync } from 'execa';
import { describe, expect, it } from 'vitest';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const CLIENTS = '.config/clean-exit/clients';

const irc = (edition: object = {}) => ({
  schema: 'clean-exit/client/1',
  id: 'irc',
  name: 'IRC',
  editions: [{ platform: 'linux', roots: [{ exe: '/opt/irc/irc' }], ...edition }],
});

function place(home: Home, name: string): string {
  const file = path.join(home.folder, CLIENTS, name);
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

function write(home: Home, name: string, content: unknown): string {
  const file = place(home, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

interface Fault {
  readonly file: string;
  readonly field: string;
  readonly expected: string;
}

/** What the doctor says of the files, while a good client beside them works. */
async function faultsIn(home: Home): Promise<readonly Fault[]> {
  write(home, 'good.json', { ...irc(), id: 'good' });
  expect((await home.run('status', 'good', '--json')).code).toBe(0);
  const doctor = await home.run('doctor', '--json');
  expect(doctor.err).toBe('');
  return doctor.json()['faults'] as readonly Fault[];
}

describe('a file in the clients folder', () => {
  it.each([
    [{ roots: [{ exe: '{hom}/irc' }] }, 'roots.0.exe', '{home}, {documents}'],
    [{ roots: [{ exe: '/opt/[z-a]/irc' }] }, 'roots.0.exe', 'range'],
    [{ data: [{ name: 'data', path: '**/irc' }] }, 'data.0.path', 'wildcards'],
    [
      {
        data: [{ name: 'data', path: '{home}/irc' }],
        files: [{ glob: '{dta}/cache/**', tier: 'cache' }],
      },
      'files.0.glob',
      '{data}',
    ],
    [{ never: ['{data}/**'] }, 'never.0', 'declares none'],
  ])(
    'that could never match is told with field and expectation: %j',
    async (edition, field, word) => {
      const home = newHome();
      const file = write(home, 'irc.json', irc(edition));
      const [fault, ...rest] = await faultsIn(home);
      expect(rest).toEqual([]);
      expect(fault).toMatchObject({ file, field: `editions.0.${field}` });
      expect(fault?.expected).toContain(word);
    },
  );

  it.each([
    ['a pipe', (file: string) => void execaSync('mkfifo', [file]), 'a regular file'],
    ['a folder', (file: string) => mkdirSync(file), 'a regular file'],
    ['a device', (file: string) => symlinkSync('/dev/zero', file), 'a regular file'],
    ['huge', (file: string) => writeFileSync(file, ' '.repeat(1_000_001)), 'at most 1 MB'],
    ['a dead link', (file: string) => symlinkSync('/nowhere', file), 'ENOENT'],
    ['a link in a circle', (file: string) => symlinkSync(file, file), 'ELOOP'],
  ])('that is %s is told, waits for nobody, and the others work on', async (_, make, word) => {
    const home = newHome();
    const file = place(home, 'odd.json');
    make(file);
    const faults = await faultsIn(home);
    expect(faults).toMatchObject([{ file, field: '' }]);
    expect(faults[0]?.expected).toContain(word);
  });

  it('may be a link to a file, begin with a byte order mark, and hold other letters', async () => {
    const home = newHome();
    const elsewhere = path.join(home.folder, 'dotfiles.json');
    writeFileSync(elsewhere, `\uFEFF${JSON.stringify({ ...irc(), nameZh: '聊天' })}`);
    symlinkSync(elsewhere, place(home, 'irc.json'));
    const latin = JSON.stringify({ ...irc(), id: 'latin', name: 'Café' });
    writeFileSync(place(home, 'latin.json'), Buffer.from(latin, 'latin1'));
    expect(await faultsIn(home)).toEqual([]);
    for (const id of ['irc', 'latin']) expect((await home.run('status', id)).code).toBe(0);
  });

  it('that an editor hides is not read', async () => {
    const home = newHome();
    symlinkSync('me@here.123', place(home, '.#irc.json'));
    expect(await faultsIn(home)).toEqual([]);
  });
});

describe('the clients folder', () => {
  it.each([
    ['a link in a circle', (file: string) => symlinkSync(file, file), 'ELOOP'],
    ['a file', (file: string) => writeFileSync(file, ''), 'ENOTDIR'],
  ])('that is %s is told, and the catalogue works on', async (_, make, code) => {
    const home = newHome();
    const folder = path.join(home.folder, CLIENTS);
    mkdirSync(path.dirname(folder), { recursive: true });
    make(folder);
    expect((await home.run('status', 'wechat')).code).toBe(0);
    const doctor = await home.run('doctor', '--json');
    expect(doctor.code).toBe(1);
    expect(doctor.json()['faults']).toEqual([
      { file: folder, field: '', expected: `a folder that can be read (${code})` },
    ]);
  });
});

describe('a practice.json of the user', () => {
  it('is neither overwritten by a start nor removed by a stop', async () => {
    const home = newHome();
    const content = JSON.stringify({ ...irc(), id: 'practice' });
    const file = write(home, 'practice.json', content);
    const started = await home.run('practice', 'start');
    expect(started.code).toBe(2);
    expect(started.err).toContain(file);
    expect(started.err).not.toMatch(/\n\s+at /);
    expect((await home.run('practice', 'stop')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});

describe('damaged receipts', () => {
  it('are counted, not shown as if they were whole', async () => {
    const home = newHome();
    const state = path.join(home.folder, '.local/state/clean-exit');
    mkdirSync(state, { recursive: true });
    writeFileSync(
      path.join(state, 'receipts-2.jsonl'),
      '{"schema":"clean-exit/receipt/1"}\n{"schema":"clean-exit/receipt/1","client":"x"\n',
    );
    const said = await home.run('log', '--json');
    expect(said.json()).toMatchObject({ receipts: [], damaged: 2 });
    expect((await home.run('log')).err).toBe('');
  });
});

describe('the JSON Schema of a client file', () => {
  it('is printed with its places', async () => {
    const said = await newHome().run('schema', 'client', '--json');
    expect(said.code).toBe(0);
    expect(said.out).toContain('localAppData');
  });
});
