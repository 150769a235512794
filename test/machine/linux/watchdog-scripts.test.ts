import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rmSync } from 'node:fs';
import { known } from '../../../shared/core/known.ts';
import { runsScripts, scripts, startsIn } from '../../../shared/machine/linux/watchdog-scripts.ts';
import { process_ } from '../../core/situations.ts';

const APP = '/opt/chat/chat';
const at = (folder: string) => process_(7, { cwd: known(folder) });
const starts = (text: string, folder = '/') => startsIn([text], [APP], at(folder));

describe('the script of a watchdog', () => {
  it('starts a program by its path, or by its name in its folder', () => {
    expect(starts('while :; do "/opt/chat/chat"; done')).toBe(true);
    expect(starts('cd /opt/chat; ./chat &')).toBe(true);
    expect(starts('./chat &', '/opt/chat')).toBe(true);
    expect(starts('./chat &', '/opt/other')).toBe(false);
    expect(starts('cd /opt/chat; ./chats &')).toBe(false);
    expect(starts('cat /opt/chat/chat.log')).toBe(false);
  });

  it.each([
    '~/x/chat/chat &',
    '"$HOME/x/chat/chat"',
    'D=${HOME}/x/chat; "$D/chat"',
    'PATH=~/x/chat:$PATH chat',
  ])('starts one below the home as scripts write it: %s', (text) => {
    expect(startsIn([text], ['/home/u/x/chat/chat'], at('/'))).toBe(true);
    expect(startsIn([text], ['/home/u/y/chat/chat'], at('/'))).toBe(false);
  });

  it.each([
    'if subprocess.call(["pgrep", "-x", "chat"]): Popen([join(HOME, "ch" + "at")])',
    'any(p.name() == "chat" for p in psutil.process_iter()) or run(build())',
    'pidof chat || $(decode)',
    'killall -0 chat || chat',
    'pkill -x -0 chat || chat',
    'pkill --signal 0 chat || chat',
    'run(["killall", "-s", "0", "chat"]) or run(build())',
  ])('starts one that it looks for, also by a path that it builds: %s', (text) => {
    expect(starts(text)).toBe(true);
    expect(starts(text.replaceAll('chat', 'chats'))).toBe(false);
  });

  it('starts none that it only mentions', () => {
    expect(starts('echo "the chat has begun"')).toBe(false);
    expect(starts('pgrep -x other; cat /var/log/chat')).toBe(false);
    expect(starts('killall -9 chat; pkill -x chat')).toBe(false);
    expect(starts('watch\0-n\0' + '1\0pgrep -x chat\0')).toBe(false);
    expect(starts('watch\0-n\0' + '1\0pgrep -x chat || chat\0')).toBe(true);
  });

  it('starts it by a link, and is read where a file holds it', () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'watchdog-')));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [program, link, script] = ['program', 'link', 'script'].map((one) =>
      path.join(folder, one),
    ) as [string, string, string];
    writeFileSync(program, '');
    symlinkSync(program, link);
    writeFileSync(script, `while :; do ${link}; done`);
    const shell = process_(7, { exe: known('/bin/sh'), args: known(['/bin/sh', script]) });
    expect(startsIn(scripts(shell), [program], shell)).toBe(true);
  });

  it.each([
    ['. ./lib', 'lib'],
    ['source "lib/more.sh"', 'lib/more.sh'],
    ['require("./lib.js")', 'lib.js'],
  ])('starts it in a file that it reads in: %s', (text, name) => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'watchdog-')));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [script, more] = [path.join(folder, 'script'), path.join(folder, name)];
    mkdirSync(path.dirname(more), { recursive: true });
    writeFileSync(script, `${text}\nwhile :; do check; done`);
    writeFileSync(more, `. ${script}\ncheck() { pgrep -x chat || chat & }`);
    const shell = process_(7, { exe: known('/bin/sh'), args: known(['/bin/sh', script]) });
    expect(startsIn(scripts(shell), [APP], shell)).toBe(true);
  });

  it('is not looked for in the libraries that it reads in', () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'watchdog-')));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [script, library] = [
      path.join(folder, 'run.js'),
      path.join(folder, 'node_modules/a/b.js'),
    ];
    mkdirSync(path.dirname(library), { recursive: true });
    writeFileSync(script, 'require("./node_modules/a/b.js")');
    writeFileSync(library, `// ${APP}`);
    const node = process_(7, { exe: known('/usr/bin/node'), args: known(['node', script]) });
    expect(scripts(node).filter(Boolean)).toEqual(['require("./node_modules/a/b.js")']);
  });

  it('is run by an interpreter', () => {
    for (const name of ['bun', '/usr/bin/deno', 'nodejs', 'watch'])
      expect(runsScripts(`${name}\0/home/u/keep\0`), name).toBe(true);
    expect(runsScripts('/bin/sh\0/home/u/keep\0')).toBe(true);
    expect(runsScripts('/usr/bin/less\0/home/u/keep\0')).toBe(false);
  });
});
