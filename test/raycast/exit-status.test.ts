import { afterEach, describe, expect, it, vi } from 'vitest';
import { known, unknown } from '../../shared/core/known.ts';
import { tidyHomes } from '../cli/home.ts';
import type { Running } from './host/running.ts';
import { huds, lastToast, launched } from './said.ts';
import { configure, evening, launcher, receiptsAt, simulated } from './stage.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';

tidyHomes();
afterEach(() => {
  vi.useRealTimers();
});

const LINKS = [
  ...['Safe Exit', 'Force Exit', 'Purge Cache', 'Hide'].map(
    (deed) => `Create Quicklink for ${deed}`,
  ),
  'Copy Deep Link of Safe Exit',
];

describe('exit status', () => {
  it('shows every client: first who is still here, then who is gone', async () => {
    const { machine } = simulated('macos', 'polite');
    const view = launcher(machine).start('exit-status');
    expect(view.text()).toContain('Looking…');
    await view.until('a row', () => view.row('WeChat'));
    expect(view.row('WeChat')).toBe('WeChat | Running');
    expect(view.row('QQ')).toBe('QQ | Gone');
    const sections = view.all('List.Section').map(({ props }) => props['title']);
    expect(sections).toEqual(['Still Here', 'Cannot Tell', 'Gone']);
  });

  it('shows beside it what is left, one after the other, and nothing as a nought that nobody counted', async () => {
    const { machine, world } = simulated('windows', 'polite');
    world.files = [{ path: 'C:/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 }];
    const view = launcher(machine).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    const first = view.text();
    expect(first).not.toMatch(/Cache \| 0/);
    await view.until('the accounts', () => /Accounts \| none found/.test(view.text()));
    const text = view.text();
    expect(text).toMatch(/Processes \| 3/);
    expect(text).toMatch(/root \| WeChat.exe \(1000\)/);
    expect(text).toMatch(/Tray Icons \| 1/);
    expect(text).toMatch(/Memory \| 150 MB/);
    expect(text).toMatch(/Cache \| 3.00 MB/);
    expect(text).toMatch(/Last Requests \| none kept/);
  });

  it('says what to allow where sizes are denied, with a way there, and never 0 MB', async () => {
    const { machine } = simulated('macos', 'polite');
    const list = async () => unknown('denied', '/Users/ming/Library/Containers');
    const view = launcher({ ...machine, files: { ...machine.files, list } }).start('exit-status');
    await view.until('the tag', () => view.row('WeChat').includes('Grant Access'));
    expect(view.text()).toContain(
      'System Settings › Privacy & Security › Full Disk Access: switch on Raycast',
    );
    expect(view.text()).not.toMatch(/Cache \| 0/);
    await view.press('Grant Full Disk Access…');
    expect(view.said).toContainEqual({
      opened: 'x-apple.systempreferences:com.apple.preference.security?Privacy_AllFiles',
    });
  });

  it('calls nobody gone where nobody can look', async () => {
    const { machine } = simulated('windows', 'polite');
    const blind = unknown('unsupported', 'this version cannot look at Windows');
    const observe = async () => ({ me: '', processes: blind, trayIcons: blind, windows: blind });
    const view = launcher(seeingBy(machine, observe)).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    expect(view.all('List.Item').map(({ props }) => props['title'])).toHaveLength(14);
    expect(view.text()).not.toMatch(/\| Gone/);
    expect(view.text()).toContain(
      'not known: not visible on this system (this version cannot look at Windows)',
    );
  });

  it('tells of a look that failed, and shows nothing of before', async () => {
    const { machine } = simulated('windows', 'polite');
    let isBroken = false;
    const observe: Observe = async (...all) => {
      if (isBroken) throw new Error('the probe broke');
      return snapshotOf(machine, ...all);
    };
    const view = launcher(seeingBy(machine, observe)).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    isBroken = true;
    await view.press('Look Again');
    expect(lastToast(view.said)).toMatchObject({ style: 'FAILURE', message: 'the probe broke' });
    await view.until('nothing of before', () => view.row('WeChat') === '');
    isBroken = false;
    await view.until('it looks again by itself', () => view.row('WeChat'));
  });

  it('offers all requests, force last, and for one that is gone only what it needs', async () => {
    const { machine } = simulated('macos', 'polite');
    const view = launcher(machine).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    view.select('WeChat');
    expect(view.actions()).toEqual([
      'Safe Exit',
      'Purge Cache…',
      'Hide Chat Windows',
      'Look Again',
      'Exit Log',
      'Force Exit…',
      ...LINKS,
    ]);
    view.select('QQ');
    expect(view.actions()).toEqual(['Purge Cache…', 'Look Again', 'Exit Log', ...LINKS]);
  });

  it('starts the safe exit as a command of its own, which a closed view does not stop', async () => {
    const { start, home, world } = await evening('polite');
    const view = start('exit-status');
    await view.until('a row', () => /Practice \| (Running|In tray)/.test(view.row('Practice')));
    const started: Running[] = [];
    world.onLaunch = ({ name, arguments: given = {} }) =>
      void started.push(start(name, { arguments: given }));
    view.select('Practice');
    await view.press('Safe Exit');
    await started[0]?.ended;
    expect(huds(view.said)).toEqual(['✓ Practice is gone']);
    await view.until('the row says so', () => view.row('Practice') === 'Practice | Gone');
    view.select('Practice');
    await view.until('the last request', () => /Safe exit \| Gone, .*, Raycast/.test(view.text()));
    expect(receiptsAt(home)).toHaveLength(1);
  });

  it('starts the force that asks', async () => {
    const { machine } = simulated('macos', 'deaf');
    const view = launcher(machine).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    view.select('WeChat');
    await view.press('Force Exit…');
    await view.press('Hide Chat Windows');
    expect(launched(view.said)).toEqual(['force-exit wechat', 'hide wechat']);
  });

  it('names the client files of which nobody could be looked for', async () => {
    const { machine } = simulated('macos');
    configure(machine, 'clients/mine.json', '{');
    const view = launcher(machine).start('exit-status');
    await view.until('a row', () => view.find('List.Item', 'mine.json'));
  });

  it('looks no more once it is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { machine } = simulated('macos', 'polite');
    let looks = 0;
    const observe: Observe = async (...all) => {
      looks++;
      return snapshotOf(machine, ...all);
    };
    let left = 0;
    const leave = async (): Promise<void> => void left++;
    const view = launcher({ ...seeingBy(machine, observe), leave }).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    // Between two looks it waits by a timer.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    view.stop();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(left).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(looks).toBeGreaterThan(0);
  });

  it('asks what a program at an unknown place is, and remembers it', async () => {
    const { machine, world } = simulated('windows');
    const exe = 'E:/programs/Telegram.exe';
    world.actors.push({
      nature: { whenAsked: 10 },
      process: {
        ...{ pid: 7, startTime: '1', owner: '1000', parent: 1, name: 'Telegram.exe' },
        ...{ exe: known(exe), args: known([exe]) },
      },
    });
    const view = launcher(machine).start('exit-status');
    await view.until('a row', () => view.row('Telegram'));
    expect(view.row('Telegram')).toBe('Telegram | Unknown');
    view.select('telegram');
    await view.until('its place', () => view.text().includes(`${exe} (7)`));
    await view.press('It Is Telegram');
    await view.until('an answer', () => view.row('Telegram') === 'Telegram | Running');
  });
});
