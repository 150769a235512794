import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

function clientFile(home: Home, name: string, content: unknown): string {
  const folder = path.join(home.folder, '.config/clean-exit/clients');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const GOOD = {
  schema: 'clean-exit/client/1',
  id: 'irc',
  name: 'IRC',
  editions: [{ platform: 'linux', roots: [{ exe: '/opt/irc/irc' }] }],
};

describe('a wrong command line', () => {
  it.each([
    [['exit'], 'client'],
    [['exit', 'nobody'], 'nobody'],
    [['exit', 'wechat', '--timeout', 'soon'], 'soon'],
    [['status', '--lang', 'xx'], 'xx'],
    [['practice', 'start', '--temper', 'angry'], 'angry'],
    [['practice', 'start', '--helpers', '-1'], ''],
    [['schema', 'everything'], 'everything'],
    [['dance'], 'dance'],
    [['exit', 'wechat', '--then', 'purge'], 'purge'],
  ])('%j is exit code 2 with a sentence on standard error', async (args, word) => {
    const home = newHome();
    const said = await home.run(...args);
    expect([said.code, said.out]).toEqual([2, '']);
    expect(said.err).toContain(word);
    expect(said.err).not.toMatch(/\n\s+at /);
  });

  it('with --json is one line of JSON as well', async () => {
    const said = await newHome().run('exit', 'nobody', '--json');
    expect(said.code).toBe(2);
    expect(said.json()).toMatchObject({ schema: 'clean-exit/error/1' });
    expect(said.out.split('\n')).toHaveLength(1);
  });

  it('is answered in Chinese where that is asked for', async () => {
    const said = await newHome().run('exit', 'nobody', '--lang', 'zh');
    expect(said.err).toContain('没有名为');
  });
});

describe('every command', () => {
  it.each([
    ['status'],
    ['status', 'wechat'],
    ['exit', 'wechat'],
    ['force', 'wechat', '--yes'],
    ['hide', 'wechat'],
    ['exit', 'all'],
    ['clients'],
    ['doctor'],
    ['log'],
    ['schema', 'receipt'],
    ['schema', 'client'],
    ['schema', 'status'],
    ['practice', 'stop'],
    ['exit', 'wechat', '--dry-run'],
  ])('%j prints exactly one line with --json, and nothing on standard error', async (...args) => {
    const said = await newHome().run(...args, '--json');
    expect(said.err).toBe('');
    expect(said.out.split('\n')).toHaveLength(1);
    expect(said.json()).toBeTypeOf('object');
    expect(said.code).toBe(0);
  });

  it.each(['en', 'zh'])('speaks %s, without colours where nobody looks', async (lang) => {
    const home = newHome({ FORCE_COLOR: '1' });
    await home.run('practice', 'start');
    for (const args of [
      ['status'],
      ['exit', 'practice', '--verbose'],
      ['purge', 'practice'],
      ['clients'],
      ['doctor'],
      ['log'],
    ]) {
      const said = await home.run(...args, '--lang', lang);
      expect(said.err).toBe('');
      expect(said.out).not.toMatch(/\u001b|undefined|\[object|%s/);
      if (lang === 'zh') expect(said.out).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('a client file of the user', () => {
  it('brings a client like any other', async () => {
    const home = newHome();
    clientFile(home, 'irc', GOOD);
    const said = await home.run('status', 'irc', '--json');
    expect(said.json()).toMatchObject({ clients: [{ client: 'irc', presence: 'gone' }] });
  });

  it.each([
    ['{ "schema": ', '', 'JSON'],
    [{ ...GOOD, id: 'IRC chat' }, 'id', 'lower-case'],
    [{ ...GOOD, id: 'wechat' }, 'id', 'taken'],
    [{ ...GOOD, editions: [{ platform: 'linux', roots: [] }] }, 'editions.0.roots', '1'],
    [
      { ...GOOD, editions: [{ platform: 'linux', roots: [{ exe: 'irc' }] }] },
      'editions.0.roots.0.exe',
      'absolute',
    ],
    [{ ...GOOD, colour: 'red' }, '', 'colour'],
  ])(
    'that is wrong is named with field and expectation, and the others work on',
    async (content, field, expected) => {
      const home = newHome();
      const file = clientFile(home, 'wrong', content);
      clientFile(home, 'irc', { ...GOOD, id: 'good-one' });
      const doctor = await home.run('doctor', '--json');
      expect(doctor.code).toBe(1);
      const { faults } = doctor.json() as {
        faults: { file: string; field: string; expected: string }[];
      };
      expect(faults[0]).toMatchObject({ file, field });
      expect(faults[0]?.expected).toContain(expected);
      expect((await home.run('status', 'good-one')).code).toBe(0);
    },
  );

  it('may not free what is protected, whatever it says', async () => {
    const home = newHome();
    const data = path.join(home.folder, 'irc-data');
    mkdirSync(path.join(data, 'db_storage'), { recursive: true });
    const record = path.join(data, 'db_storage/message_0.db');
    writeFileSync(record, 'messages');
    clientFile(home, 'irc', {
      ...GOOD,
      editions: [
        {
          platform: 'linux',
          roots: [{ exe: '/opt/irc/irc' }],
          data: [{ name: 'data', path: data }],
          files: [{ glob: '{data}/**', tier: 'cache' }],
          quietMs: 0,
        },
      ],
    });
    const receipt = await home.receipt('purge', 'irc');
    expect(receipt.removed?.bytes).toBe(0);
    expect(existsSync(record)).toBe(true);
  });
});

describe('a fault of the system', () => {
  it('in the state folder stops no deed: the receipt says where it is instead', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const inTheWay = path.join(home.folder, 'in-the-way');
    writeFileSync(inTheWay, '');
    const stateless = { ...home.env, XDG_STATE_HOME: inTheWay };
    const { exitCode, stdout } = await home.begin(['exit', 'practice', '--json'], stateless);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      keptIn: {
        folder: path.join(home.folder, 'clean-exit'),
        fault: { path: expect.stringContaining(inTheWay) as string },
      },
      lockedIn: { folder: path.join(home.folder, 'clean-exit/claims') },
    });
    const log = await home.begin(['log'], stateless);
    expect(log.stdout).toContain('practice');
  });

  it('in a folder that is not ours is a sentence with its path, also in Chinese', async () => {
    const home = newHome();
    const missing = path.join(home.folder, 'missing');
    const nowhere = { ...home.env, TMPDIR: missing };
    const [en, zh] = [
      await home.begin(['practice', 'start'], nowhere),
      await home.begin(['practice', 'start', '--lang', 'zh'], nowhere),
    ];
    expect([en.exitCode, en.stderr]).toEqual([
      2,
      `clean-exit: ${missing} cannot be used: no such file or directory (ENOENT)`,
    ]);
    expect(zh.stderr).toBe(`clean-exit: ${missing} 无法使用：没有这个文件或文件夹 (ENOENT)`);
  });

  it.runIf(existsSync('/proc/self/attr'))(
    'in the folder of places advises another folder for these',
    async () => {
      const home = newHome();
      // Nobody makes a folder there, not even root.
      const closed = { ...home.env, XDG_CONFIG_HOME: '/proc/self/attr' };
      const said = await home.begin(['clients', 'deny', '/opt/irc/irc'], closed);
      expect(said.exitCode).toBe(2);
      expect(said.stderr).toContain('set XDG_CONFIG_HOME to another folder');
      expect(said.stderr).not.toContain('XDG_STATE_HOME');
    },
  );
});

describe('Ctrl-C', () => {
  it('while the practice client starts is told as such, in the language of the person', async () => {
    const home = newHome();
    const starting = home.begin(['practice', 'start', '--lang', 'zh']);
    const state = path.join(home.folder, '.local/state/clean-exit/practice.json');
    await vi.waitFor(() => expect(existsSync(state)).toBe(true), { timeout: 20_000, interval: 1 });
    starting.kill('SIGINT');
    const { stderr } = await starting;
    expect(stderr).toBe('clean-exit: 操作已被您中断；如需继续，请重新运行同一命令。');
    expect(existsSync(state)).toBe(false);
  });
});

describe('watching', () => {
  it('says what changed, and ends when nothing is left', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const watching = home.begin(['watch', 'practice', '--until-gone', '--json']);
    const lines: string[] = [];
    for await (const line of watching) {
      lines.push(String(line));
      if (lines.length === 1) await home.run('exit', 'practice');
    }
    const presences = lines.map(
      (line) => (JSON.parse(line) as { clients: { presence: string }[] }).clients[0]?.presence,
    );
    expect(presences[0]).toBe('in-tray');
    expect(presences.at(-1)).toBe('gone');
    expect((await watching).exitCode).toBe(0);
  });
});

describe('the log', () => {
  it('of a client that nobody knows is an error, and one without a match says so', async () => {
    const home = newHome();
    expect((await home.run('log', '--client', 'wecaht')).code).toBe(2);
    expect((await home.run('log')).out).toContain('no receipts yet');
    await home.run('exit', 'telegram');
    const said = await home.run('log', '--client', 'wechat');
    expect([said.code, said.out]).toEqual([0, expect.stringContaining('no matching receipts')]);
  });
});

describe('a client of the user whose program is nowhere', () => {
  it('is a hint in doctor and in its own status, and no fault', async () => {
    const home = newHome();
    clientFile(home, 'irc', GOOD);
    const status = await home.run('status', 'irc');
    expect([status.code, status.out]).toEqual([
      0,
      expect.stringContaining('Nothing is at /opt/irc/irc') as unknown,
    ]);
    const doctor = await home.run('doctor');
    expect(doctor.out).toContain('Nothing is at /opt/irc/irc');
    expect((await home.run('status')).out).not.toContain('Nothing is at');
    expect((await home.run('doctor', '--json')).json()).toMatchObject({
      ...{ faults: [], warnings: [] },
      absent: [{ client: 'irc', program: '/opt/irc/irc' }],
    });
  });
});

describe('the code of a list without its tiers', () => {
  it('is answered with the option that it needs', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    await home.run('exit', 'practice');
    const dry = await home.run('purge', 'practice', '--dry-run', '--tier', 'cache,your-files');
    const [, code = ''] = /list (\w+)/.exec(dry.out) ?? [];
    const said = await home.run('purge', 'practice', '--as-shown', code);
    expect(said.code).toBe(1);
    expect(said.out).toContain(`--tier cache,your-files --as-shown ${code}`);
  });
});
