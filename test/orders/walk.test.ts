import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';
import { tidy } from '../machine/linux/actors.ts';
import { lacks, SSH_KEYGEN } from './an-office.ts';

tidy();
tidyHomes();

interface Desk {
  readonly home: Home;
  readonly at: (name: string) => string;
  /** Runs a command and keeps what it prints in a file. */
  readonly keep: (name: string, ...args: string[]) => Promise<string>;
}

function desk(): Desk {
  const home = newHome();
  const at = (name: string): string => path.join(home.folder, name);
  const config = at('.config/clean-exit');
  mkdirSync(config, { recursive: true, mode: 0o700 });
  const lines = ['anna', 'bob'].map((name) => {
    execFileSync(SSH_KEYGEN, ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', at(name)]);
    return `${name} ${readFileSync(at(`${name}.pub`), 'utf8').trim()}\n`;
  });
  writeFileSync(path.join(config, 'allowed_signers'), lines.join(''));
  const keep: Desk['keep'] = async (name, ...args) => {
    const { code, out, err } = await home.run(...args);
    if (code !== 0) throw new Error(err);
    writeFileSync(at(name), out);
    return at(name);
  };
  return { home, at, keep };
}

describe.skipIf(lacks)(`two persons at the command line${lacks}`, () => {
  it('approve an order in words, and of two runs at once one carries it out', async () => {
    const { home, at, keep } = desk();
    await home.run('practice', 'start');
    const order = await keep('order.json', 'request', 'exit', 'practice', '--expires', '90m');
    const shown = await home.run('approve', order, '--key', at('anna'), '--yes');
    expect(shown.err).toMatch(/safe exit[\s\S]*\(practice\)[\s\S]*this one[\s\S]*sha256:/);
    writeFileSync(at('anna.json'), shown.out);
    await keep('bob.json', 'approve', order, '--key', at('bob'), '--yes', '--as', 'bob');
    const args = ['run', order, '--approval', at('anna.json'), '--approval', at('bob.json')];
    const said = await Promise.all([1, 2, 3].map(() => home.run(...args, '--json')));
    expect(said.map(({ code }) => code).sort()).toEqual([0, 1, 1]);
    const results = said.map((one) => one.json()['result']);
    expect(results.sort()).toEqual(['done', 'refused', 'refused']);
    const again = (await home.run(...args)).out;
    expect(again).toMatch(/nothing was done now[\s\S]*an order runs once/);
    expect(again).not.toContain('not used up');
    const zh = (await home.run(...args, '--lang', 'zh')).out;
    expect(zh).toMatch(/这次没有做任何更改[\s\S]*只能执行一次/);
    expect(zh).not.toContain('没有用掉');
    expect((await home.run('status', 'practice')).code).toBe(0);
  });

  it('read in words what a wipe and a reset with everything take', async () => {
    const { home, at, keep } = desk();
    const reset = await keep('reset.json', 'request', 'reset', 'wechat', '--everything');
    const wipe = await keep('wipe.json', 'request', 'wipe', 'wechat', '--then', 'force');
    const read = async (file: string, lang: string) =>
      (await home.run('approve', file, '--key', at('anna'), '--yes', '--lang', lang)).err;
    expect(await read(reset, 'en')).toMatch(/sets aside +all of its data, chats too/);
    expect(await read(reset, 'zh')).toMatch(/移到一边 +全部数据/);
    expect(await read(wipe, 'en')).toMatch(/force exit[\s\S]*what goes +cache[\s\S]*the trash/);
  });

  it('get the order and the approval also with --quiet', async () => {
    const { home, at, keep } = desk();
    const order = await keep('order.json', 'request', 'exit', 'wechat', '-q');
    const approval = await home.run('approve', order, '--key', at('anna'), '--yes', '-q');
    expect(JSON.parse(approval.out)).toMatchObject({ schema: 'clean-exit/approval/1' });
    const preset = await home.run('policy', 'show', '--preset', 'office', '-q');
    expect(JSON.parse(preset.out)).toMatchObject({ schema: 'clean-exit/policy/2' });
  });

  it('sign the same order in whatever file it stands', async () => {
    const { home, at, keep } = desk();
    const order = await keep('order.json', 'request', 'exit', 'wechat');
    const other = at('other.json');
    writeFileSync(other, JSON.stringify(JSON.parse(readFileSync(order, 'utf8'))));
    await keep('anna.json', 'approve', other, '--key', at('anna'), '--yes');
    await keep('bob.json', 'approve', order, '--key', at('bob'), '--yes');
    const said = await home.run(
      ...['run', order, '--approval', at('anna.json'), '--approval', at('bob.json')],
    );
    expect(said.out).toMatch(/Approved by anna and bob/);
  });

  it.each([
    [['approve', 'order.json'], /does not know which key/],
    [['approve', 'order.json', '--key', 'nowhere', '--yes'], /key cannot be read/],
    [['approve', 'order.json', '--key', 'anna'], /no terminal to ask in/],
    [['approve', 'anna.pub', '--key', 'anna'], /JSON/],
    [['run', 'nowhere.json'], /can be read|cannot be read/],
    [['request', 'exit', 'wechat', '--tier', 'cache'], /purge alone/],
    [['request', 'wipe', 'wechat', '--everything'], /reset alone/],
    [['request', 'reset', 'all'], /clients that you name/],
    [['request', 'exit', 'wechat', '--expires', '31d'], /no time from now to 30 days/],
    [['request', 'exit', 'wechat', '--for-device', 'x'], /no fingerprint/],
    [['request', 'purge', 'wechat', '--tier', 'your-files'], /list that was shown/],
  ])('%j ends with code 2 and says what to do', async (args, message) => {
    const { home, at, keep } = desk();
    if (args.includes('order.json')) await keep('order.json', 'request', 'exit', 'wechat');
    const isFile = /^(order\.json|anna|anna\.pub)$/;
    const { code, err, out } = await home.run(
      ...args.map((one) => (isFile.test(one) ? at(one) : one)),
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
  });
});
