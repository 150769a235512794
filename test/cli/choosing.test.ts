import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../shared/core/receipt.ts';
import { tidy } from '../machine/linux/actors.ts';
import { atTerminal, command, CTRL_C, type_ } from './at-terminal.ts';
import { newHome, tidyHomes, type Home } from './home.ts';

tidy();
tidyHomes();

const ENTER = '\r';
const DOWN = '\u001b[B';

async function receiptsIn(home: Home): Promise<readonly Receipt[]> {
  const { receipts } = (await home.run('log', '--json')).json() as { receipts: Receipt[] };
  return receipts;
}

function ownClient(home: Home, id: string, more: object = {}): void {
  const folder = path.join(home.folder, '.config/clean-exit/clients');
  mkdirSync(folder, { recursive: true });
  const editions = [{ platform: 'linux', roots: [{ exe: `/opt/${id}/${id}` }] }];
  const file = { schema: 'clean-exit/client/1', id, name: id, editions, ...more };
  writeFileSync(path.join(folder, `${id}.json`), JSON.stringify(file));
}

describe('a request without a client', () => {
  it('lets a person choose by letters at a terminal, shows the states, and says what was run', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const exit = await atTerminal(command('exit'), home.env);
    await exit.says('Which client?');
    await exit.says('in tray');
    type_(exit, 'prc');
    type_(exit, ENTER);
    await exit.says('$ clean-exit exit practice');
    await exit.ended;
    expect(exit.stdout()).toMatch(/Practice\S* safe exit: gone/);
    expect(await receiptsIn(home)).toMatchObject([{ client: 'practice', request: 'exit' }]);
  });

  it.each([
    ['Ctrl-C', CTRL_C],
    ['Enter where nothing fits', `zzzz${ENTER}`],
  ])('does nothing after %s', async (_, keys) => {
    const home = newHome();
    await home.run('practice', 'start');
    const force = await atTerminal(command('force'), home.env);
    await force.says('Which client?');
    type_(force, keys);
    if (keys !== CTRL_C) {
      await force.says('nothing is called so');
      type_(force, CTRL_C);
    }
    await force.says('Nothing was changed');
    expect(await force.ended).toBe(1);
    expect(await receiptsIn(home)).toEqual([]);
  });

  it.each([[['exit']], [['force', '--yes']], [['purge', '--json']], [['hide']]])(
    '%j in a pipe is wrong usage',
    async (args) => {
      const said = await newHome().run(...args);
      expect(said.code).toBe(2);
      expect(said.err).toMatch(/needs a client, or "all"/);
    },
  );

  it('speaks Chinese where the person does', async () => {
    const exit = await atTerminal(command('exit --lang zh'), newHome().env);
    await exit.says('选择哪个软件？');
    await exit.says('回车确认');
    type_(exit, CTRL_C);
    await exit.ended;
    expect(exit.stdout()).not.toMatch(/Search|select|confirm/);
  });
});

describe('a terminal on which nothing can be redrawn', () => {
  it.each([{ TERM: 'dumb' }, { ACCESSIBLE: '1' }])(
    'gets a numbered list and a line to type: %j',
    async (env) => {
      const home = newHome();
      ownClient(home, 'irc');
      const exit = await atTerminal(command('exit'), { ...home.env, ...env });
      await exit.says('1. ');
      await exit.says('Type a number or a name');
      type_(exit, 'nothing-like-it\n');
      await exit.says('nothing is called so');
      type_(exit, 'irc\n');
      await exit.says('$ clean-exit exit irc');
      expect(await exit.ended).toBe(0);
      expect(await receiptsIn(home)).toMatchObject([{ client: 'irc', request: 'exit' }]);
      // Colours are no movement.
      expect(exit.stdout()).not.toMatch(/\u001b\[[\d;?]*[A-HJKfhlsu]/);
    },
  );

  it('ends a force without a choice where only Enter is typed', async () => {
    const home = newHome();
    const force = await atTerminal(command('force'), { ...home.env, TERM: 'dumb' });
    await force.says('Type a number or a name');
    type_(force, '\n');
    await force.says('Nothing was changed');
    expect(await force.ended).toBe(1);
    expect(await receiptsIn(home)).toEqual([]);
  });
});

describe('a client alone', () => {
  it('offers the requests at a terminal', async () => {
    const home = newHome();
    ownClient(home, 'irc');
    const offer = await atTerminal(command('irc'), home.env);
    await offer.says('What to do?');
    type_(offer, DOWN);
    type_(offer, ENTER);
    await offer.says('$ clean-exit force irc');
    await offer.ended;
    expect(await receiptsIn(home)).toMatchObject([{ client: 'irc', request: 'force' }]);
  });

  it('in a pipe says its state and the commands, with the exit code of status', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const there = await home.run('Practice');
    expect([there.code, there.err]).toEqual([1, '']);
    expect(there.out).toMatch(/in tray[^]*clean-exit exit practice[^]*clean-exit purge practice/);
    const gone = await home.run('wechat', '--json');
    expect(gone.code).toBe(0);
    expect(gone.json()).toMatchObject({ clients: [{ client: 'wechat', presence: 'gone' }] });
  });
});

describe('a name that two clients have', () => {
  it('is asked about at a terminal, and refused with both elsewhere', async () => {
    const home = newHome();
    ownClient(home, 'chat-a', { name: 'Chat' });
    ownClient(home, 'chat-b', { name: 'Other', aliases: ['CHAT'] });
    const said = await home.run('exit', 'Chat');
    expect(said.code).toBe(2);
    expect(said.err).toMatch(/exit chat-a\n.*exit chat-b/);
    const exit = await atTerminal(command('exit Chat'), home.env);
    await exit.says('Which one is "Chat"?');
    type_(exit, DOWN);
    type_(exit, ENTER);
    await exit.ended;
    expect(await receiptsIn(home)).toMatchObject([{ client: 'chat-b', request: 'exit' }]);
  });

  it('is asked about where one is a command', async () => {
    const home = newHome();
    ownClient(home, 'watch');
    const asked = await atTerminal(command('watch'), home.env);
    await asked.says('is a command and one of your clients');
    type_(asked, DOWN);
    type_(asked, ENTER);
    await asked.says('What to do?');
    type_(asked, CTRL_C);
    expect(await asked.ended).toBe(0);
  });
});

describe('all at a terminal', () => {
  it('are named before anything is done, and Ctrl-C does nothing', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const force = await atTerminal(command('force all'), home.env);
    await force.says('This will end by force: Practice (in tray). Enter');
    type_(force, CTRL_C);
    await force.says('Nothing was changed');
    expect(await force.ended).toBe(1);
    expect(await receiptsIn(home)).toEqual([]);
  });

  it.each(['n\r', '\u0004'])('%j is a no as well', async (keys) => {
    const home = newHome();
    await home.run('practice', 'start');
    const exit = await atTerminal(command('exit all'), home.env);
    await exit.says('This will quit: Practice (in tray). Enter');
    type_(exit, keys);
    await exit.says('Nothing was changed');
    expect(await exit.ended).toBe(1);
  });

  it.each(['force all', 'force all -q'])(
    '%s takes no Enter that came before its line',
    async (line) => {
      const home = newHome();
      await home.run('practice', 'start');
      const force = await atTerminal(command(line), home.env);
      type_(force, `${ENTER}${ENTER}`);
      await force.says('Enter: go on');
      type_(force, `n${ENTER}`);
      expect(await force.ended).toBe(1);
      const status = await home.run('status', 'practice', '--json');
      expect(status.json()).toMatchObject({ clients: [{ presence: 'in-tray' }] });
    },
  );

  it('leave after Enter, and who started behind the line is left alone', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const exit = await atTerminal(command('exit all'), home.env);
    await exit.says('Enter: go on');
    await home.run('exit', 'practice');
    await home.run('practice', 'start');
    type_(exit, ENTER);
    await exit.ended;
    const [, all] = await receiptsIn(home);
    expect(all).toMatchObject({ client: 'practice', verdict: 'still-running' });
    expect(all?.only).toHaveLength(1);
    const status = await home.run('status', 'practice', '--json');
    expect(status.json()).toMatchObject({ clients: [{ presence: 'in-tray' }] });
  });

  it('are not asked about with --yes, nor where there is no terminal', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const exit = await atTerminal(command('exit all --yes'), home.env);
    await exit.ended;
    expect(exit.stdout()).not.toContain('This will');
    await home.run('practice', 'start');
    expect((await home.receipt('force', 'all')).verdict).toBe('gone');
  });
});

describe('all of whom none is there', () => {
  it.each(['exit', 'force'])('%s leaves one receipt of what was seen', async (kind) => {
    const home = newHome();
    const receipt = await home.receipt(kind, 'all');
    expect(receipt).toMatchObject({
      ...{ client: 'all', request: kind, result: 'nothing-to-do', verdict: 'gone', code: 0 },
      looked: expect.arrayContaining(['wechat', 'line']) as unknown,
    });
    expect(await receiptsIn(home)).toMatchObject([{ id: receipt.id }]);
    expect((await home.run('log')).out).toMatch(/all\s/);
    expect((await home.run('log', '--client', 'all')).out).toMatch(/all\s/);
  });

  it('do not include a client whose file cannot be read: that is told, and unknown', async () => {
    const home = newHome();
    ownClient(home, 'bad', { colour: 'red' });
    const said = await home.run('exit', 'all', '--json');
    expect(said.code).toBe(1);
    expect(said.json()).toMatchObject({
      receipts: [{ client: 'all', verdict: 'unknown', result: 'partly' }],
      faults: [{ file: expect.stringContaining('bad.json') as unknown }],
    });
    const status = await home.run('status', '--json');
    expect([status.code, status.json()]).toMatchObject([1, { faults: [{}] }]);
  });
});

describe('a sentence that is not clear', () => {
  it('is a question at a terminal whose Enter means no', async () => {
    const home = newHome();
    ownClient(home, 'irc');
    const asked = await atTerminal(command('please quit the irc'), home.env);
    await asked.says('Run "clean-exit exit irc"? [y/N]');
    type_(asked, ENTER);
    await asked.says('Nothing was changed');
    expect(await asked.ended).toBe(1);
    expect(await receiptsIn(home)).toEqual([]);
  });

  it.each([["don't quit wechat"], ['exit wechat --all'], ['wechat --dry-run']])(
    '%j ends with 2 and does nothing',
    async (typed) => {
      const home = newHome();
      const said = await home.run(...typed.split(' '));
      expect([said.code, said.out]).toEqual([2, '']);
      expect(said.err).not.toContain('offer');
      expect(await receiptsIn(home)).toEqual([]);
    },
  );
});
