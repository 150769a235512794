import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { until } from '../desk/until.ts';
import { execa } from 'execa';
import { folder, tidy } from '../machine/linux/actors.ts';
import { atTerminal, command, CTRL_C, type_ } from './at-terminal.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidy();
tidyHomes();

const claimOf = (home: Home): string =>
  path.join(home.folder, '.local/state/clean-exit/claims/practice');

describe('at a terminal', () => {
  it('Ctrl-C ends the waiting; the receipt is shown and kept, and the client is free again', async () => {
    const home = newHome();
    await home.run('practice', 'start', '--temper', 'deaf');
    const exit = await atTerminal(command('exit practice --timeout 60s'), home.env);
    await exit.says('waiting for it');
    type_(exit, CTRL_C);
    type_(exit, CTRL_C);
    await exit.ended;
    expect(exit.stdout()).toContain('still running');
    expect(existsSync(claimOf(home))).toBe(false);
    const log = (await home.run('log', '--json')).json() as { receipts: { steps: unknown[] }[] };
    expect(JSON.stringify(log.receipts[0]?.steps)).toContain('cancelled');
  });

  it('a force exit is asked about, and no is no', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const force = await atTerminal(command('force practice'), home.env);
    await force.says('[y/N]');
    type_(force, 'n\r');
    await force.ended;
    expect(force.stdout()).toContain('Nothing was changed');
    const status = await home.run('status', 'practice', '--json');
    expect(status.json()).toMatchObject({ clients: [{ presence: 'in-tray' }] });
  });

  it('a force exit holds nothing while its question stands', async () => {
    const home = newHome();
    await home.run('practice', 'start', '--temper', 'stubborn-helper');
    const force = await atTerminal(command('force practice'), home.env);
    await force.says('[y/N]');
    expect(existsSync(claimOf(home))).toBe(false);
    await home.run('exit', 'practice', '--timeout', '1s');
    type_(force, 'n\r');
    await force.ended;
    expect(force.stdout()).toContain('Nothing was changed');
    const log = (await home.run('log', '--json')).json() as { receipts: { request: string }[] };
    expect(log.receipts.map(({ request }) => request)).toEqual(['exit']);
  });

  it('a force exit that was agreed to says so, and names whom the question was about', async () => {
    const home = newHome();
    await home.run('practice', 'start', '--temper', 'deaf');
    const force = await atTerminal(command('force practice'), home.env);
    await force.says('[y/N]');
    type_(force, 'y\r');
    await force.ended;
    const log = (await home.run('log', '--json')).json() as { receipts: Receipt[] };
    expect(log.receipts).toMatchObject([{ verdict: 'gone', consent: { by: 'question' } }]);
    expect(log.receipts[0]?.only).toHaveLength(1);
  });

  it('a purge is asked about, and after a no nothing else is advised', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    await home.run('exit', 'practice');
    const purge = await atTerminal(command('purge practice --permanently'), home.env);
    await purge.says('[y/N]');
    type_(purge, 'n\r');
    await purge.ended;
    expect(purge.stdout()).toContain('nothing was changed');
    expect(purge.stdout()).not.toContain('clean-exit force');
  });

  it.each(['What is running now', 'Safe exit', 'Purge its cache'])(
    'npm start, stopped by Ctrl-C at "%s", leaves no process and no file',
    async (words) => {
      const temp = folder();
      const env = {
        PATH: process.env['PATH'] ?? '',
        XDG_RUNTIME_DIR: temp,
        HOME: temp,
        TMPDIR: temp,
        LANG: 'C.UTF-8',
      };
      const tour = await atTerminal(`${process.execPath} scripts/start.mjs`, env);
      await tour.says(words);
      type_(tour, CTRL_C);
      await tour.ended;
      await until(() => readdirSync(temp).length === 0, `${temp} is empty`);
      const { stdout } = await execa('/usr/bin/pgrep', ['-af', temp], { reject: false });
      expect(stdout).toBe('');
    },
  );
});
