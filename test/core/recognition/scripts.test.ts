import { describe, expect, it } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import type { Process } from '../../../shared/core/model.ts';
import { CHAT } from '../../laws/stage.ts';
import { at, hidden, levelOf } from './worlds.ts';

const scripted = (exe: string, script: string): readonly Client[] => [
  {
    ...CHAT,
    editions: CHAT.editions.map((edition) => ({
      ...edition,
      roots: [{ exe, script, name: 'common', source: 't', confidence: 'high' }],
    })),
  },
];

const PYTHON = scripted('/usr/bin/python3.11', '/srv/chat/bot.py');
const NODE = scripted('/usr/bin/node', '/srv/chat/bot.js');
const JAVA = scripted('/usr/lib/jvm/bin/java', '/srv/chat/bot.jar');
const ELECTRON = scripted('/usr/lib/electron28/electron', '/srv/chat/app.asar');

/** A process of an interpreter, as its command line and its folder show it. */
const run = (exe: string, line: string, cwd = '/', more: Partial<Process> = {}): Process =>
  at(exe, { args: known([exe, ...line.split(' ').filter(Boolean)]), cwd: known(cwd), ...more });

const python = (line: string, cwd?: string, more?: Partial<Process>): string =>
  levelOf('chat', run('/usr/bin/python3.11', line, cwd, more), PYTHON);
const node = (line: string, cwd?: string): string =>
  levelOf('chat', run('/usr/bin/node', line, cwd), NODE);

describe('an interpreter of any version', () => {
  it('is one as well', () => {
    const any = scripted('/usr/bin/python3*', '/srv/chat/bot.py');
    const of = (line: string) => levelOf('chat', run('/usr/bin/python3.12', line), any);
    expect([of('/srv/chat/bot.py'), of('-c import_ bot')]).toEqual(['certain', 'likely']);
  });
});

describe('a script', () => {
  it.each([
    ['/srv/chat/bot.py'],
    ['bot.py', '/srv/chat'],
    ['../chat/./bot.py', '/srv/bin'],
    ['/srv//chat/bot.py'],
    ['-W ignore -X dev -u /srv/chat/bot.py'],
    ['-bb --check-hash-based-pycs always bot.py', '/srv/chat'],
    ['-m bot', '/srv/chat'],
    ['-Im chat.bot', '/srv'],
    ['-- bot.py', '/srv/chat'],
  ])('of Python is recognised in "%s"', (...[line, cwd]: readonly [string, string?]) => {
    expect(python(line, cwd)).toBe('certain');
  });

  it.each([
    ['/srv/chat/bot'],
    ['--inspect-port 0 -r fs --title x bot.js', '/srv/chat'],
    ['--max-old-space-size=100 /srv/chat/bot.js'],
    ['--env-file .env bot', '/srv/chat'],
  ])('of Node.js is recognised in "%s"', (...[line, cwd]: readonly [string, string?]) => {
    expect(node(line, cwd)).toBe('certain');
  });

  it('of Java and Electron is recognised behind options with values', () => {
    const java = (line: string): string =>
      levelOf('chat', run('/usr/lib/jvm/bin/java', line), JAVA);
    expect(java('-cp /lib/a.jar --add-opens x/y=ALL -jar /srv/chat/bot.jar --tray')).toBe(
      'certain',
    );
    expect(java('-cp /lib/a.jar:/srv/chat/bot.jar org.chat.Main')).toBe('likely');
    expect(java('-jar /srv/other.jar /srv/chat/bot.jar')).toBe('other');
    const electron = run(
      '/usr/lib/electron28/electron',
      '--no-sandbox -r /x.js /srv/chat/app.asar',
    );
    expect(levelOf('chat', electron, ELECTRON)).toBe('certain');
  });

  it('is recognised behind a link that the machine followed', () => {
    const files = { '/usr/bin/python3.11': [], '/usr/bin/chat': ['/srv/chat/bot.py'] };
    expect(python('/usr/bin/chat', '/', { files })).toBe('certain');
  });
});

describe('an interpreter whose line does not name the script', () => {
  it.each([
    ['runs code', '-c import_bot()', '/srv/chat'],
    ['runs code that names it', '-c import.bot', '/'],
    ['has left the folder', 'bot.py --tray', '/', { files: { '/usr/bin/python3.11': [] } }],
  ] as const)('is likely the client: it %s', (_, line, cwd, more?: Partial<Process>) => {
    expect(python(line, cwd, more)).toBe('likely');
  });

  it('is likely the client under a title of its own, in the script’s folder', () => {
    const titled = at('/usr/bin/node', { args: known(['my chat']), cwd: known('/srv/chat') });
    expect(levelOf('chat', titled, NODE)).toBe('likely');
    expect(levelOf('chat', { ...titled, cwd: known('/srv') }, NODE)).toBe('other');
    const called = (title: string): string =>
      levelOf('chat', { ...titled, args: known([title, '', ' ']), cwd: known('/') }, NODE);
    expect(called('chat: bot.js --tray')).toBe('likely');
    expect(called('my bot')).toBe('likely');
    expect(called('npm exec vitest run test/bot')).toBe('other');
  });

  it('is likely the client where the kernel calls it by the script', () => {
    const titled = at('/usr/bin/python3.11', {
      name: 'bot.py',
      args: known(['chat']),
      cwd: known('/'),
    });
    expect(levelOf('chat', titled, PYTHON)).toBe('likely');
  });

  it('is likely the client where it hides its program and names the script', () => {
    expect(levelOf('chat', hidden('python3', ['/usr/bin/python3', 'bot.py']), PYTHON)).toBe(
      'likely',
    );
    const away = { ...hidden('python3', ['python3', '/srv/chat/bot.py']), cwd: unknown('denied') };
    expect(levelOf('chat', away, PYTHON)).toBe('likely');
    expect(levelOf('chat', hidden('gpg-agent', ['gpg-agent', '--bot']), PYTHON)).toBe('other');
  });

  it('is somebody else where it runs another script, whatever it works on', () => {
    expect(python('/usr/bin/pylint /srv/chat/bot.py')).toBe('other');
    expect(python('/usr/bin/pylint bot.py', '/srv/chat')).toBe('other');
    expect(node('/usr/bin/eslint bot.js', '/srv/chat')).toBe('other');
  });
});
