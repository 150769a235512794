import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHome, tidyHomes, type Home } from './home.ts';

tidyHomes();

const STATE = '.local/state/clean-exit/audit';

/** A home whose policy keeps an audit log, with one request in it; and what its owner may do to it. */
async function homeWithLog(log: object = {}): Promise<Home> {
  const home = newHome();
  mkdirSync(path.join(home.folder, '.config/clean-exit'), { recursive: true });
  setPolicy(home, log);
  await home.run('exit', 'telegram');
  return home;
}

function setPolicy(home: Home, log: object): void {
  const policy = { schema: 'clean-exit/policy/2', audit: 'on', log };
  const file = path.join(home.folder, '.config/clean-exit/policy.json');
  writeFileSync(file, JSON.stringify(policy));
}

const loseKey = ({ folder }: Home): void =>
  rmSync(path.join(folder, STATE, 'keys/ed25519.pem'), { force: true });
/** A table without the breaks of its lines. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('a key of the audit log that is lost', () => {
  it('is said by the next request, by status and by verify', async () => {
    const home = await homeWithLog();
    loseKey(home);
    const { out } = await home.run('exit', 'telegram');
    expect(flat(out)).toContain('a new one signs from entry 3 on');
    expect((await home.run('exit', 'telegram')).out).not.toContain('a new one signs');
    expect(flat((await home.run('audit', 'status')).out)).toContain('was lost at entry 3');
    expect((await home.run('audit', 'status', '--json')).json()).toMatchObject({
      log: { keyReplacedAt: 3 },
    });
  });

  it('is said where nothing else is, and by a request for all', async () => {
    const home = await homeWithLog();
    loseKey(home);
    const quiet = await home.run('exit', 'telegram', '-q');
    expect([quiet.out, flat(quiet.err)]).toEqual(['', expect.stringContaining('a new one signs')]);
    loseKey(home);
    expect(flat((await home.run('exit', '--all')).out)).toContain('a new one signs');
  });

  it.each(['checkpoint', 'rotate-key'])('is said by %s too', async (command) => {
    const home = await homeWithLog();
    loseKey(home);
    const { code, err } = await home.run('audit', command);
    expect([code, flat(err)]).toEqual([0, expect.stringContaining('a new one signs from entry 3')]);
    const key = (await home.run('audit', 'key')).out.trim();
    await home.run('exit', 'telegram');
    // The key that signs now vouches for all before it.
    expect((await home.run('audit', 'verify', '--key', key)).code).toBe(0);
  });

  it('has a key in its place that can be accepted, and verify says so', async () => {
    const home = await homeWithLog();
    const first = (await home.run('audit', 'key')).out.trim();
    loseKey(home);
    await home.run('exit', 'telegram');
    const before = await home.run('audit', 'verify', '--key', first);
    expect(before.code).toBe(1);
    expect(before.out).toMatch(/^clean-exit\/log\/\S+$/m);
    expect(before.out).not.toContain('names itself');
    const [key = ''] = (await home.run('audit', 'key')).out.split('\n');
    const { code, out } = await home.run('audit', 'verify', '--key', key);
    expect(code).toBe(0);
    expect(flat(out)).toContain('it is the key that you named; the one before did not sign that');
  });
});

describe('lines of the audit log that are gone', () => {
  it('are said by the next request', async () => {
    const home = await homeWithLog();
    const folder = path.join(home.folder, STATE);
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.jsonl'));
    const [first] = readFileSync(path.join(folder, name), 'utf8').split('\n');
    writeFileSync(path.join(folder, name), `${first}\n`);
    expect(flat((await home.run('exit', 'telegram')).out)).toContain('entries 1 to 2 of the audit');
  });
});

describe('audit status', () => {
  it('says that entries are gone which a checkpoint knows, also where all are', async () => {
    const home = await homeWithLog();
    await home.run('audit', 'checkpoint');
    const folder = path.join(home.folder, STATE);
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.jsonl'));
    const [first] = readFileSync(path.join(folder, name), 'utf8').split('\n');
    writeFileSync(path.join(folder, name), `${first}\n`);
    const cut = await home.run('audit', 'status');
    expect([cut.code, flat(cut.out)]).toEqual([
      1,
      expect.stringContaining('of 3 entries, and there are 1'),
    ]);
    rmSync(path.join(folder, name));
    const none = await home.run('audit', 'status');
    expect([none.code, flat(none.out)]).toEqual([1, expect.stringContaining('and there are 0')]);
  });

  it('says that a place which the policy names has taken nothing yet, and what to type', async () => {
    const home = await homeWithLog();
    const to = path.join(home.folder, 'a share');
    setPolicy(home, { ship: { to } });
    const before = await home.run('audit', 'status');
    expect(before.code).toBe(1);
    expect(flat(before.out)).toContain('Ship it: clean-exit audit ship');
    mkdirSync(to);
    expect((await home.run('audit', 'ship')).code).toBe(0);
    expect(await home.run('audit', 'status')).toMatchObject({ code: 0 });
  });

  it('is good although a place was mistyped that never took anything', async () => {
    const home = await homeWithLog();
    const mistyped = path.join(home.folder, 'shrae');
    expect((await home.run('audit', 'ship', '--to', mistyped)).code).toBe(1);
    const { code, out } = await home.run('audit', 'status');
    expect(code).toBe(0);
    expect(flat(out)).toContain('nothing yet');
  });

  it('names the place in the command to type where it took something before', async () => {
    const home = await homeWithLog();
    const share = path.join(home.folder, 'a share');
    mkdirSync(share);
    await home.run('audit', 'ship', '--to', share);
    rmSync(share, { recursive: true });
    await home.run('exit', 'telegram');
    expect((await home.run('audit', 'ship', '--to', share)).code).toBe(1);
    const { code, out } = await home.run('audit', 'status');
    expect(code).toBe(1);
    expect(flat(out)).toMatch(/5 entries may not be there .*clean-exit audit ship --to .*a share/);
  });

  it('says that the last request is not in the log, whatever the cause, until one is', async () => {
    const home = await homeWithLog();
    const tree = path.join(home.folder, STATE, 'tree');
    rmSync(tree);
    mkdirSync(tree);
    expect(flat((await home.run('exit', 'telegram')).out)).toContain('NOT RECORDED');
    for (const command of [['audit', 'status'], ['doctor']]) {
      const { code, out } = await home.run(...command);
      expect([code, flat(out)]).toEqual([1, expect.stringMatching(/last request.*NOT RECORDED/)]);
    }
    expect((await home.run('audit', 'status', '--json')).json()).toMatchObject({
      ...{
        good: false,
        missed: { client: 'telegram', request: 'exit', fault: { code: 'EISDIR' } },
      },
    });
    rmSync(tree, { recursive: true });
    await home.run('exit', 'telegram');
    expect(await home.run('audit', 'status')).toMatchObject({ code: 0 });
  });

  it('names the older log that was signed in the other way', async () => {
    const home = await homeWithLog();
    setPolicy(home, { algorithm: 'sm3+sm2' });
    await home.run('exit', 'telegram');
    expect(flat((await home.run('audit', 'status')).out)).toMatch(/another log .*audit/);
  });
});

describe('audit checkpoint', () => {
  it('is written into a folder that is there, and says which files', async () => {
    const home = await homeWithLog();
    const stick = path.join(home.folder, 'stick');
    const refused = await home.run('audit', 'checkpoint', '--out', stick);
    expect([refused.code, existsSync(stick)]).toEqual([2, false]);
    expect(refused.err).toContain('Plug it in or make it');
    mkdirSync(stick);
    const { code, out } = await home.run('audit', 'checkpoint', '--out', stick);
    expect([code, out.match(/^Wrote /gm)?.length, readdirSync(stick).length]).toEqual([0, 2, 2]);
  });
});

describe('audit rotate-key', () => {
  it('says what to do with the new key', async () => {
    const home = await homeWithLog();
    const { out } = await home.run('audit', 'rotate-key');
    expect(flat(out)).toContain('Give it to those who verify');
  });
});

describe('a file of --out that is there already', () => {
  it.each([['export', '--format', 'csv'], ['report'], ['prove', '1']])(
    'is not written over by %s',
    async (...args) => {
      const home = await homeWithLog();
      const file = path.join(home.folder, 'mine');
      writeFileSync(file, 'my own');
      const { code, err } = await home.run('audit', ...args, '--out', file);
      expect([code, readFileSync(file, 'utf8')]).toEqual([2, 'my own']);
      expect(err).toContain('is there already');
    },
  );
});

describe('audit prove', () => {
  it('prints a command that works as printed', async () => {
    const home = await homeWithLog();
    const key = (await home.run('audit', 'key')).out.trim();
    const out = path.join(home.folder, 'entry 1.tlog-proof');
    const { out: said } = await home.run('audit', 'prove', '1', '--out', out);
    const [, args = ''] = /clean-exit (audit verify .*) --key KEY/.exec(flat(said)) ?? [];
    const typed = [...args.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare);
    const verified = await home.run(...typed.map(String), '--key', key);
    expect([verified.code, verified.err]).toEqual([0, '']);
  });
});
