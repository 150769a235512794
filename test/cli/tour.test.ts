import { readdirSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

/** `npm start` in a temporary folder of its own, so that we see whatever it leaves. */
const start = (temp: string) =>
  execa(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      XDG_RUNTIME_DIR: temp,
      HOME: temp,
      TMPDIR: temp,
      LANG: 'C.UTF-8',
    },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
  });

/** Processes of which some argument names this folder. */
const processesOf = async (temp: string): Promise<string> =>
  (await execa('/usr/bin/pgrep', ['-af', temp], { reject: false })).stdout;

describe('npm start', () => {
  it('shows a client in the tray, its exit, a second look, and the receipts, and leaves nothing', async () => {
    const temp = folder();
    const { exitCode, stdout, stderr } = await start(temp);
    expect([exitCode, stderr]).toEqual([0, '']);
    const order = [
      'in tray',
      'safe exit: gone',
      'Practice  gone',
      'to the trash ·',
      'purge cache  moved',
    ];
    const places = order.map((words) => stdout.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(readdirSync(temp)).toEqual([]);
    expect(await processesOf(temp)).toBe('');
  });

  it.each(['A practice client starts', 'What is there now', 'Safe exit', 'Purge its cache'])(
    'stopped by Ctrl-C at "%s" leaves no process and no file',
    async (words) => {
      const temp = folder();
      const running = start(temp);
      for await (const line of running) {
        if (!String(line).startsWith(words)) continue;
        running.kill('SIGINT');
        break;
      }
      await running;
      expect(readdirSync(temp)).toEqual([]);
      expect(await processesOf(path.basename(temp))).toBe('');
    },
  );
});
