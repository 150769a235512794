import { existsSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { newHome, tidyHomes } from './home.ts';

tidyHomes();

it('A HOME that is no text is told: nothing is sought, written or called gone elsewhere', async () => {
  const home = newHome();
  const script = 'HOME="$HOME/$(printf "x\\261")"; mkdir "$HOME"; exec "$0" "$@"';
  const bin = path.resolve('bin/clean-exit.cjs');
  const run = (...args: string[]) =>
    execa('/bin/sh', ['-c', script, process.execPath, bin, ...args], {
      ...{ env: home.env, extendEnv: false, reject: false },
    });
  const said = await run('purge', 'slack', '--json');
  expect(said.exitCode).toBe(2);
  expect(said.stdout).toContain('is not valid text (UTF-8)');
  expect(said.stdout).not.toContain('gone');
  expect((await run('status', '--lang', 'zh')).stderr).toContain('不是有效的文本');
  expect(existsSync(path.join(home.folder, 'x\ufffd'))).toBe(false);
});
