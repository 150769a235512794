import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../shared/engine/engine.ts';
import { nativeMachine } from '../../shared/machine/native-machine.ts';
import { segmentsIn } from '../../shared/store/audit/segments.ts';
import { openStore } from '../../shared/store/store.ts';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';
import { needs, programs, titled } from '../desk/missing.ts';
import { until } from '../desk/until.ts';
import { launcher } from '../raycast/stage.ts';
import { rsyslogIn } from '../store/audit/rsyslog.ts';
import { launch, missing as noChromium } from '../streamdeck/chromium.ts';
import { stage, tidyHosts } from '../streamdeck/plugin/stage.ts';

tidyHomes();
tidyHosts();

const DAY_MS = 86_400_000;
const missing = noChromium ?? needs('rsyslog', 'python');

/** A home in which nothing is done that is not recorded. */
function audited(): Home & { readonly log: string } {
  const home = newHome();
  const config = path.join(home.folder, '.config/clean-exit');
  mkdirSync(config, { recursive: true });
  mkdirSync(path.join(home.folder, 'share'));
  writeFileSync(
    path.join(config, 'policy.json'),
    JSON.stringify({
      ...{ schema: 'clean-exit/policy/2', audit: 'required' },
      log: { checkpointEvery: 5, checkpoints: path.join(home.folder, 'share') },
    }),
  );
  return { ...home, log: path.join(home.folder, '.local/state/clean-exit/audit') };
}

/** One day of requests for a client that is not there, from each surface: the clean desk is recorded. */
async function day(home: Home, at: number): Promise<void> {
  const machine = nativeMachine(home.env);
  const then = { ...machine, clock: { ...machine.clock, now: () => at } };
  for (const surface of ['command line', 'Raycast', 'Stream Deck']) {
    const store = openStore({ places: machine.places });
    await openEngine({ machine: then, store, surface }).run({ kind: 'exit', client: 'wechat' });
  }
  await machine.leave();
}

const linesOf = (log: string): string[] =>
  segmentsIn(log).flatMap(({ file }) => readFileSync(file, 'utf8').split('\n').slice(0, -1));

/** An exit of a client that does not answer, killed once its intent is in the log. */
async function interrupted(home: Home & { readonly log: string }): Promise<void> {
  await home.run('practice', 'start', '--temper', 'deaf');
  const before = linesOf(home.log).length;
  const one = home.begin(['exit', 'practice']);
  // It may first say that the one before was interrupted.
  const isBegun = () =>
    linesOf(home.log).some((line, at) => at >= before && line.includes('"phase":"intent"'));
  await until(isBegun, 'the intent is in the log');
  one.kill('SIGKILL');
  await one;
  await home.run('practice', 'stop');
}

const python = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(programs.python.file, ['docs/verify.py', ...args], {
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
};

describe.skipIf(missing)(titled('the week of an office, and its auditor', missing), () => {
  it('is recorded from three surfaces, shipped, and every change of it is found with none of our code', async () => {
    const home = audited();
    // Five days of the past; the sixth is today, with everything real.
    const now = Date.now();
    for (let ago = 6; ago > 1; ago--) await day(home, now - ago * DAY_MS);
    await home.run('practice', 'start', '--temper', 'polite');
    expect((await home.run('exit', 'practice')).code).toBe(0);
    await home.run('practice', 'start', '--temper', 'polite');
    await launcher(nativeMachine(home.env)).start('safe-exit').ended;
    await home.run('practice', 'start', '--temper', 'polite');
    const { key } = await stage({}, home);
    const one = key('safe-exit');
    await one.shows(/in tray|running/);
    one.press();
    await one.shows(/gone/);
    await interrupted(home);
    await interrupted(home);
    await home.run('exit', 'wechat');

    const said = linesOf(home.log).map(
      (line) =>
        JSON.parse(line) as {
          readonly actor: { readonly app_name: string };
          readonly status_code?: string;
          readonly unmapped: { readonly clean_exit: { readonly phase: string } };
        },
    );
    const phases = (phase: string) =>
      said.filter(({ unmapped }) => unmapped.clean_exit.phase === phase);
    expect(new Set(phases('outcome').map(({ actor }) => actor.app_name))).toEqual(
      new Set(['command line', 'Raycast', 'Stream Deck']),
    );
    expect(phases('intent')).toHaveLength(phases('outcome').length);
    expect(said.filter(({ status_code: code }) => code === 'interrupted')).toHaveLength(2);

    const receiver = path.join(home.folder, 'receiver');
    mkdirSync(receiver);
    const rsyslog = await rsyslogIn(receiver);
    await rsyslog.start();
    try {
      const shipped = await home.run('audit', 'ship', '--to', rsyslog.to);
      expect([shipped.code, shipped.err]).toEqual([0, '']);
      const sent = linesOf(home.log);
      // Checkpoints come between them.
      const got = () => rsyslog.lines().filter((line) => line.startsWith('{"metadata"'));
      await until(() => got().length >= sent.length, 'all lines are at the receiver');
      expect(got()).toEqual(sent);
    } finally {
      await rsyslog.kill();
    }

    // The auditor has the receiver's file, a checkpoint and the public key.
    const key64 = (await home.run('audit', 'key')).out.trim();
    const checkpoint = path.join(home.folder, 'last.checkpoint');
    writeFileSync(checkpoint, `${(await home.run('audit', 'checkpoint')).out}\n`);
    const copy = path.join(home.folder, 'copy');
    const fresh = (change: (lines: string[]) => void): string => {
      rmSync(copy, { recursive: true, force: true });
      cpSync(home.log, copy, { recursive: true });
      const [segment] = segmentsIn(copy);
      const lines = linesOf(copy);
      change(lines);
      writeFileSync(segment?.file ?? '', lines.map((line) => `${line}\n`).join(''));
      return copy;
    };
    const verdicts = async (folder: string) => [
      (await home.run('audit', 'verify', folder, '--checkpoint', checkpoint, '--key', key64)).code,
      python(folder, '--checkpoint', checkpoint, '--key', key64).code,
    ];
    expect(await verdicts(path.join(receiver, 'audit.log'))).toEqual([0, 0]);
    expect(await verdicts(fresh(() => undefined))).toEqual([0, 0]);
    const edited = fresh((lines) => {
      lines[7] = lines[7]?.replace('"wechat"', '"qq"') ?? '';
    });
    expect(await verdicts(edited)).toEqual([1, 1]);
    expect((await home.run('audit', 'verify', edited)).out).toContain(', line 8');
    expect(await verdicts(fresh((lines) => lines.splice(-3)))).toEqual([1, 1]);

    const page = path.join(home.folder, 'report.html');
    expect((await home.run('audit', 'report', '--out', page, '--lang', 'zh')).code).toBe(0);
    const browser = await launch();
    try {
      const tab = await browser.newPage();
      await tab.goto(`file://${page}`);
      expect(await tab.locator('html').getAttribute('lang')).toMatch(/^zh/);
      expect(await tab.getByText('Stream Deck').count()).toBeGreaterThan(0);
      const pdf = await tab.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await browser.close();
    }
  }, 120_000);
});
