import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { startChild } from '../../desk/child.ts';
import { needs, titled } from '../../desk/missing.ts';
import { newHome, tidyHomes, type Home } from '../home.ts';

tidyHomes();

/** A home with a client of the user's own, in which the shell finds the program by its name. */
function homeWithCommand(): Home & { readonly shellEnv: Record<string, string> } {
  const home = newHome();
  const [bin, clients] = ['bin', '.config/clean-exit/clients'].map((one) =>
    path.join(home.folder, one),
  ) as [string, string];
  for (const one of [bin, clients]) mkdirSync(one, { recursive: true });
  symlinkSync(path.resolve('bin/clean-exit.cjs'), path.join(bin, 'clean-exit'));
  const irc = {
    ...{ schema: 'clean-exit/client/1', id: 'irc', name: 'Relay Chat' },
    editions: [{ platform: 'linux', roots: [{ exe: '/opt/irc/irc' }] }],
  };
  writeFileSync(path.join(clients, 'irc.json'), JSON.stringify(irc));
  const shellEnv = {
    ...home.env,
    PATH: `${bin}:${path.dirname(process.execPath)}:${home.env['PATH']}`,
    ...{ TERM: 'xterm', PS1: '> ', ZDOTDIR: home.folder, SHELL: '/bin/sh' },
  };
  return { ...home, shellEnv };
}

/** What a person types at a terminal in this shell, and what the line becomes. */
async function typed(
  shell: string,
  env: Record<string, string>,
  lines: readonly (readonly [typed: string, line: string])[],
): Promise<void> {
  const child = await startChild(
    '/usr/bin/script',
    ['-qefc', `stty cols 120; ${shell}`, '/dev/null'],
    {
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const type = (text: string): void => void child.child.stdin?.write(text);
  try {
    await child.says('ready');
    for (const [text, line] of lines) {
      type(`${text}\t`);
      await child.says(line);
      type('\u0015'); // Empties the line.
    }
    type('exit\r');
    await child.ended;
  } finally {
    await child.end();
  }
}

const LINES = [
  ['clean-exit pract', 'clean-exit practice '],
  ['clean-exit exit tele', 'clean-exit exit telegram '],
  ['clean-exit exit ir', 'clean-exit exit irc '],
  ['clean-exit exit Rel', 'clean-exit exit Relay\\ Chat '],
  ['clean-exit purge --tier=cac', 'clean-exit purge --tier=cache '],
  ['clean-exit practice sta', 'clean-exit practice start '],
  ['clean-exit purge --perm', 'clean-exit purge --permanently '],
] as const;

describe('Tab in bash', () => {
  it('completes commands, options, choices and clients', async () => {
    const { shellEnv, folder } = homeWithCommand();
    const rc = path.join(folder, 'rc');
    writeFileSync(rc, "source <(clean-exit completion bash); PS1='> '; echo ready\n");
    await typed(`bash --rcfile ${rc} -i`, shellEnv, LINES);
  });

  it('offers the commands alone where the program does not answer', async () => {
    const home = homeWithCommand();
    const { out } = await home.run('completion', 'bash');
    const script = `${out}\nCOMP_WORDS=(x pra); COMP_CWORD=1; _clean_exit /missing; echo "$COMPREPLY"`;
    const { stdout } = await execa('/bin/bash', ['--norc', '-c', script], { env: home.shellEnv });
    expect(stdout).toBe('practice');
  });
});

const noZsh = needs('zsh');
describe.skipIf(noZsh)(titled('Tab in zsh', noZsh), () => {
  it('completes commands, options, choices and clients', async () => {
    const { shellEnv, folder } = homeWithCommand();
    writeFileSync(
      path.join(folder, '.zshrc'),
      `autoload -Uz compinit; compinit -u; source <(clean-exit completion zsh); PS1='> '; echo ready\n`,
    );
    const bold = '\u001b[1m ';
    await typed(
      'zsh -i',
      shellEnv,
      LINES.map(([text, line]) => [text, line.replace(/ $/, bold)]),
    );
  });
});

const noFish = needs('fish');
describe.skipIf(noFish)(titled('Tab in fish', noFish), () => {
  it.each(['en', 'zh'])('completes all of it, and says what each is in %s', async (lang) => {
    const { shellEnv } = homeWithCommand();
    const asked = LINES.map(([text]) => `complete -C '${text}'`);
    const script = ['clean-exit completion fish | source', ...asked].join('\n');
    const env = { ...shellEnv, LANG: lang === 'zh' ? 'zh_CN.UTF-8' : 'C.UTF-8', LC_ALL: '' };
    const { stdout } = await execa('/usr/bin/fish', ['--no-config', '-c', script], { env });
    const lines = stdout.split('\n').map((line) => line.split('\t'));
    expect(lines.map(([value]) => value)).toEqual([
      ...['practice', 'telegram', 'irc', 'Relay Chat', '--tier=cache', 'start', '--permanently'],
    ]);
    expect(/\p{Script=Han}/u.test(lines[0]?.[1] ?? '')).toBe(lang === 'zh');
  });
});

describe('clean-exit completion', () => {
  it('takes the shell from SHELL, and says what to name where that is none it knows', async () => {
    const home = newHome({ SHELL: '/usr/bin/fish' });
    expect((await home.run('completion')).out).toContain('complete -c clean-exit');
    const other = newHome({ SHELL: '/bin/tcsh' });
    const [en, zh] = [await other.run('completion'), await other.run('completion', '--lang', 'zh')];
    expect([en.code, en.err]).toEqual([2, expect.stringContaining('bash, zsh or fish')]);
    expect([zh.code, zh.err]).toEqual([2, expect.stringContaining('没有 tcsh')]);
  });

  it('is one line of JSON where that is asked for', async () => {
    const said = await newHome().run('completion', 'zsh', '--json');
    expect(said.json()).toMatchObject({ schema: 'clean-exit/completion/1', shell: 'zsh' });
    expect(said.out.split('\n')).toHaveLength(1);
  });
});
