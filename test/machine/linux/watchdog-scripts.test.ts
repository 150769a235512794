import { mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
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
  ])('starts one that it looks for, also by a path that it builds: %s', (text) => {
    expect(starts(text)).toBe(true);
    expect(starts(text.replaceAll('chat', 'chats'))).toBe(false);
  });

  it('starts none that it only mentions', () => {
    expect(starts('echo "the chat has begun"')).toBe(false);
    expect(starts('pgrep -x other; cat /var/log/chat')).toBe(false);
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

  it('is run by an interpreter', () => {
    expect(runsScripts('/bin/sh\0/home/u/keep\0')).toBe(true);
    expect(runsScripts('/usr/bin/less\0/home/u/keep\0')).toBe(false);
  });
});
