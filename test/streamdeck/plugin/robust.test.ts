import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readProcess } from '../../../shared/machine/linux/processes.ts';
import { newHome, tidyHomes, type Home } from '../../cli/home.ts';
import { PLUGIN, receiptsIn, stage, tidyHosts, uuid } from './stage.ts';

tidyHomes();
tidyHosts();

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0).filter(existsSync)) {
    execFileSync('/bin/chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('a plugin', () => {
  it('lives on through messages and settings that nobody understands, with a line in its log', async () => {
    const folder = copyOfPlugin();
    const { host, key } = await stage({ plugin: folder });
    const one = key('status', { client: 'any', holdMs: {}, confirm: 'yes' });
    await one.shows(/any chat gone/);
    const { context } = one;
    for (const text of [
      '',
      'no JSON',
      '[]',
      '{}',
      '{"event":""}',
      '{"event":"keyDown"}',
      '{"event":"keyDown","context":"nobody","action":"x","payload":{}}',
      '{"event":"willAppear","context":"x","action":"x","payload":{"settings":null,"controller":"Keypad"}}',
      '{"event":"willAppear","context":"y"}',
      '{"event":"didReceiveGlobalSettings","payload":{"settings":{"language":17}}}',
      '{"event":"didReceiveGlobalSettings"}',
      '{"event":"didReceiveDeepLink","payload":{"url":"/exit/../../etc"}}',
      `{"event":"didReceiveSettings","action":"${uuid('status')}","context":"${context}","payload":{"settings":[1]}}`,
      `{"event":"sendToPlugin","action":"${uuid('status')}","context":"${context}","payload":{"ask":"everything"}}`,
      `{"event":"dialRotate","action":"${uuid('status')}","context":"${context}","payload":{"ticks":"many"}}`,
    ])
      host.sendRaw(text);
    // What is not understood means nobody; what is understood afterwards is as good as ever.
    await one.shows(/\? unknown/);
    host.dispatch('didReceiveSettings', one.place, { settings: { client: 'any' } });
    await one.shows(/any chat gone/);
    one.press();
    await one.shows(/processes 0/);
    const log = readFileSync(path.join(folder, 'logs', logIn(folder)), 'utf8');
    expect(log).toContain('not understood');
  });

  it('ends by itself when its host is gone, and no child of it stays', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const { host, key } = await stage({}, home);
    const one = key('safe-exit');
    await one.shows(/in tray/);
    const ended = once(host.process, 'exit');
    await host.stop();
    const [code] = (await ended) as [number | null];
    expect(code).toBe(0);
    expect(readProcess(host.process.pid ?? 0)).toBeUndefined();
  });

  it('in the middle of a request tells of it before it ends', async () => {
    const home = newHome();
    await home.run('practice', 'start', '--temper', 'deaf');
    const { host, key } = await stage({}, home);
    const one = key('safe-exit');
    await one.shows(/in tray/);
    one.press();
    await one.shows(/leaving 1 s/);
    const ended = once(host.process, 'exit');
    await host.stop();
    expect(((await ended) as [number | null])[0]).toBe(0);
    expect(receiptsIn(home)).toMatchObject([{ request: 'exit', verdict: 'still-running' }]);
  });

  it.each([
    ...['SIGTERM', 'SIGINT', 'SIGHUP'],
    // systemd.kill(5), SendSIGHUP, as logind has it for a session.
    'SIGTERM SIGHUP',
    // A terminal tells all of its group, and a host those that it started.
    'SIGINT SIGINT SIGTERM',
  ])(
    'that is ended by %s in the middle of a request leaves a receipt and no lock',
    async (signals) => {
      const home = newHome();
      await home.run('practice', 'start', '--temper', 'deaf');
      const { host, key } = await stage({}, home);
      const one = key('safe-exit');
      await one.shows(/in tray/);
      one.press();
      await one.shows(/leaving 1 s/);
      expect(locksIn(home)).toHaveLength(1);
      const ended = once(host.process, 'exit');
      for (const signal of signals.split(' ') as NodeJS.Signals[]) host.process.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(receiptsIn(home)).toMatchObject([{ request: 'exit', verdict: 'still-running' }]);
      expect(locksIn(home)).toEqual([]);
    },
  );

  it('leaves a receipt and no lock also where its host goes away and sends a signal at once', async () => {
    const home = newHome();
    await home.run('practice', 'start', '--temper', 'deaf');
    const { host, key } = await stage({}, home);
    const one = key('safe-exit');
    await one.shows(/in tray/);
    one.press();
    await one.shows(/leaving 1 s/);
    const ended = once(host.process, 'exit');
    const stopped = host.stop();
    host.process.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await stopped;
    expect(receiptsIn(home)).toMatchObject([{ request: 'exit', verdict: 'still-running' }]);
    expect(locksIn(home)).toEqual([]);
  });

  it('ends when nobody answers at its port', async () => {
    const manifest = JSON.parse(readFileSync(path.join(PLUGIN, 'manifest.json'), 'utf8')) as {
      readonly CodePath: string;
    };
    const { env } = newHome();
    const info = { application: { language: 'en', version: '7.1.0' }, plugin: {}, devices: [] };
    const all = ['-port', '9', '-pluginUUID', 'x', '-registerEvent', 'registerPlugin', '-info'];
    const said = execFileSync(
      process.execPath,
      [path.join(PLUGIN, manifest.CodePath), ...all, JSON.stringify(info)],
      { cwd: PLUGIN, env, encoding: 'utf8', timeout: 10_000 },
    );
    expect(said).toBe('');
  });

  // Root may write everywhere; `npm test` runs this as a plain user.
  it.skipIf(isRoot)(
    'in a folder that it may not write to works, and says where its log is',
    async () => {
      const folder = copyOfPlugin();
      execFileSync('/bin/chmod', ['-R', 'a-w', folder]);
      const { host, key } = await stage({ plugin: folder });
      await key('safe-exit', { client: 'wechat' }).shows(/WeChat gone/);
      expect(host.output).toMatch(/cannot be written .*: the log is in/);
    },
  );

  it('without its libraries sees less, says "unknown", and lives on', async () => {
    const folder = copyOfPlugin();
    rmSync(path.join(folder, 'bin/dbus.cjs'));
    const home = newHome({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' });
    const { key } = await stage({ plugin: folder }, home);
    await key('safe-exit', { client: 'wechat' }).shows(/unknown/);
  });
});

/** The locks on clients below a home. */
const locksIn = ({ folder }: Home): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('claims/practice'),
  );

/** A plugin of its own, whose log and files a test may change. */
function copyOfPlugin(): string {
  const place = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-plugin-'));
  const folder = path.join(place, path.basename(PLUGIN));
  mkdirSync(folder);
  cpSync(PLUGIN, folder, { recursive: true, filter: (name) => !name.endsWith('/logs') });
  folders.push(folder, place);
  return folder;
}

const logIn = (folder: string): string =>
  existsSync(path.join(folder, 'logs'))
    ? (readdirSync(path.join(folder, 'logs')).find((name) => name.endsWith('.0.log')) ?? '')
    : '';
