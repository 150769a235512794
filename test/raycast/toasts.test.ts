import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../shared/clients/index.ts';
import { known, unknown } from '../../shared/core/known.ts';
import { enter, BEHAVIOURS } from '../../shared/machine/simulated/behaviours.ts';
import { tidyHomes } from '../cli/home.ts';
import { seeingBy, snapshotOf, type Observe } from '../observe.ts';
import { walk } from './host/form.ts';
import { World } from './host/world.ts';
import { huds, lastToast, toasts } from './said.ts';
import { configure, launcher, receiptsIn, simulated } from './stage.ts';

tidyHomes();

const WECHAT = { arguments: { client: 'wechat' } };

/** What a toast of Raycast shows of a title before it cuts it; assumed, a little less than its smallest window. */
const ROOM = 45;

/** Words that only a program reads: codes of refusals, reasons and the system. */
const CODES =
  /\b(?:client-running|not-looked|not-supported|needs-consent|not-in-trash|unknown-place|nobody-asked|started-meanwhile|not-understood|open-elsewhere|E[A-Z]{4,}|failed: |denied: )/;

describe('whatever stops a command', () => {
  it('is said with a short title, the message before it, and no code', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('safe-exit', 'force-exit', 'leave-everything', 'hide'),
        fc.constantFrom(...BEHAVIOURS),
        fc.constantFrom('macos' as const, 'windows' as const),
        fc.constantFrom('processes' as const, 'trayIcons' as const, 'windows' as const, undefined),
        async (command, temper, platform, blind) => {
          const { machine } = simulated(platform, temper);
          const observe: Observe = async (...all) => ({
            ...(await snapshotOf(machine, ...all)),
            ...(blind ? { [blind]: unknown('failed', 'the probe broke') } : {}),
          });
          const raycast = new World();
          raycast.answer = () => true;
          const given = command === 'leave-everything' ? {} : WECHAT;
          const one = launcher(seeingBy(machine, observe), raycast).start(command, given);
          await one.ended;
          const all = toasts(one.said);
          const last = one.toast?.now;
          if (!last) return;
          expect(last.title.length, last.title).toBeLessThanOrEqual(ROOM);
          expect(`${last.title} ${last.message}`).not.toMatch(CODES);
          // No title of an end stands beside a message of before, nor beside actions of before.
          const first = all.find(
            ({ title, style }) => title === last.title && style === last.style,
          );
          expect(first).toEqual(last);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has a short title for each client of the catalogue', async () => {
    const longest = clients.reduce((a, b) => (a.name.length > b.name.length ? a : b));
    const { machine } = simulated('windows');
    const fails: Observe = async () => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    };
    const one = launcher(seeingBy(machine, fails)).start('safe-exit', {
      arguments: { client: longest.id },
    });
    await one.ended;
    expect(lastToast(one.said)).toMatchObject({
      title: 'Safe Exit Failed',
      message: 'no space left on device',
    });
    for (const said of ['is still here', 'is partly gone', 'still has a window open'])
      expect(`${longest.name} ${said}`.length).toBeLessThanOrEqual(ROOM);
  });

  it('cuts what somebody typed', async () => {
    const { machine } = simulated('macos');
    const one = launcher(machine).start('safe-exit', { arguments: { own: 'x'.repeat(200) } });
    await one.ended;
    expect(lastToast(one.said)?.title).toBe(`No Client Is Called “${'x'.repeat(17)}…”`);
  });

  it('says what a system refuses in words, with the place', async () => {
    const { machine } = simulated('macos', 'polite');
    const denied = async (): Promise<never> => {
      const fault = new Error("EACCES: permission denied, open '/Library/x'");
      throw Object.assign(fault, { code: 'EACCES', path: '/Library/x' });
    };
    const one = launcher({ ...machine, quit: { ...machine.quit, ask: denied } }).start(
      'safe-exit',
      WECHAT,
    );
    await one.ended;
    expect(lastToast(one.said)).toMatchObject({
      title: 'Safe Exit of WeChat Failed',
      message: '/Library/x: permission denied',
    });
  });

  it('names of several with trouble how each ended', async () => {
    const { machine, world } = simulated('macos', 'deaf');
    enter(world, {
      ...{ temper: 'deaf', pid: 5_000, helpers: 0, helperExe: '' },
      rootExe: '/Applications/QQ.app/Contents/MacOS/QQ',
    });
    const one = launcher(machine).start('leave-everything');
    await one.ended;
    expect(lastToast(one.said)).toMatchObject({
      title: '2 of 2 Did Not Finish',
      message: expect.stringMatching(/WeChat is still here.* · QQ is still here/) as string,
    });
  });
});

describe('the trash', () => {
  const CACHE = { path: 'C:/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 } as const;

  it.each([
    ['macos', 'Trash'],
    ['windows', 'Recycle Bin'],
  ] as const)('is called on %s as its system calls it: %s', async (platform, bin) => {
    const { machine, world } = simulated(platform);
    world.files = [CACHE];
    const { start, world: raycast } = launcher(machine);
    let asked = '';
    raycast.answer = ({ title, message = '', primaryAction }) => {
      asked = [title, message, primaryAction?.title].join(' ');
      return true;
    };
    const view = start('purge-cache', WECHAT);
    await view.until('the cache', () => view.row('Cache').includes('1 file'));
    view.select('Cache');
    await view.press(`Move to ${bin}…`);
    expect(lastToast(view.said)?.title).toBe(`WeChat: 3.00 MB moved to the ${bin}`);
    expect(asked).toContain(`Move 1 file, 3.00 MB to the ${bin}?`);
    expect(asked).toContain(`until you empty the ${bin}`);
    const other = bin === 'Trash' ? /recycle bin/i : /trash/i;
    expect([asked, view.text(), JSON.stringify(view.said)].join('\n')).not.toMatch(other);
    const log = start('exit-log');
    await log.until('a row', () => log.row('WeChat'));
    expect(log.text()).toContain(bin);
    expect(log.text()).not.toMatch(other);
  });
});

const NEVER = { lastUsed: known(undefined), unmerged: known([]) };

describe('a tier in which nothing is', () => {
  it('offers nothing to remove, also no account without a cache', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 }];
    const accounts: typeof machine.files.accounts = async () =>
      known([
        {
          ...{ name: 'ming', folder: '/c/ming', kept: 1_000, signedIn: known(false), ...NEVER },
          sizes: { cache: 0, leftover: 0, 're-download': 0, 'your-files': 0 },
        },
      ]);
    const files = { ...machine.files, accounts };
    const view = launcher({ ...machine, files }).start('purge-cache', WECHAT);
    await view.until('all tiers', () => view.row('ming') && view.row('Your files').includes('0'));
    for (const row of ['Leftovers', 'Re-download', 'Your files', 'ming']) {
      view.select(row);
      expect(view.actions(), row).toEqual(['Safe Exit', 'Look Again']);
    }
    view.select('Cache');
    expect(view.actions()[0]).toBe('Safe Exit, Then Move to Trash…');
  });
});

describe('a moment', () => {
  it('is written in one way: a day and 24 hours, wherever it stands', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.now = Date.UTC(2026, 10, 24, 20, 41);
    const { start } = launcher(machine);
    await start('safe-exit', WECHAT).ended;
    expect(receiptsIn(machine)).toHaveLength(1);
    const log = start('exit-log');
    await log.until('a row', () => log.row('WeChat'));
    const day = /\b[A-Z][a-z]{2} \d{1,2}, ([01]\d|2[0-3]):[0-5]\d\b/;
    expect(log.row('WeChat')).toMatch(new RegExp(`${day.source}$`));
    const status = start('exit-status');
    await status.until('the last request', () => /Safe exit \|/.test(status.text()));
    const menu = start('menu-bar');
    await menu.settled();
    for (const said of [log.text(), status.text(), menu.text()]) {
      expect(said).toMatch(/\d\d:\d\d/);
      expect(said).not.toMatch(/\d [AP]M|\d\d:\d\d:\d\d|\d+\/\d+\/\d+/);
    }
    expect(status.text()).toMatch(day);
  });
});

describe('what a person sees first', () => {
  it.each(['purge-cache', 'exit-log', 'exit-status'])(
    'has the title that Raycast gives it: %s',
    async (command) => {
      const { machine } = simulated('macos', 'polite');
      const { start } = launcher(machine);
      await start('hide', WECHAT).ended;
      const view = start(command);
      await view.until('a list', () => view.rows().length > 0);
      expect(view.find('List')?.props).not.toHaveProperty('navigationTitle');
    },
  );

  it('has a title of its own where a list opens another one', async () => {
    const { machine } = simulated('macos', 'polite');
    const view = launcher(machine).start('exit-status');
    await view.until('a row', () => view.row('WeChat'));
    for (const [action, title] of [
      ['Exit Log', 'Exit Log'],
      ['Purge Cache…', 'Purge Cache'],
    ] as const) {
      view.select('WeChat');
      await view.press(action);
      await view.until('the page', () =>
        view.find('List', ({ props }) => props['navigationTitle'] === title),
      );
      view.back();
      await view.until('the list', () => view.row('WeChat').includes('Running'));
    }
  });

  it('has Raycast’s common shortcuts, of which no two of one row are the same', async () => {
    const { machine, world } = simulated('macos', 'polite');
    world.files = [{ path: '/c/1', client: 'wechat', tier: 'cache', bytes: 3_000_000 }];
    const { start } = launcher(machine);
    await start('hide', WECHAT).ended;
    const found = new Set<string>();
    for (const command of ['purge-cache', 'exit-log', 'exit-status']) {
      const view = start(command);
      await view.until('it has looked', () => view.rows().length > 0);
      // Only the client that is selected is looked at closely.
      const isWhole = (): boolean => command === 'exit-status' || !/ \| …/.test(view.text());
      await view.until('all of it', isWhole);
      for (const row of view.rows()) {
        const actions = walk(row).filter(({ type }) => type.startsWith('Action'));
        const shortcuts = actions.flatMap(({ props }) => {
          const { common } = (props['shortcut'] ?? {}) as { common?: string };
          return common === undefined ? [] : [common];
        });
        expect(new Set(shortcuts).size, view.text()).toBe(shortcuts.length);
        for (const one of shortcuts) found.add(one);
      }
    }
    expect([...found].sort()).toEqual(
      ['Copy', 'CopyDeeplink', 'CopyPath', 'Open', 'Refresh', 'Remove'].sort(),
    );
  });

  it('says what is wrong with a policy file', async () => {
    const { machine } = simulated('macos', 'polite');
    configure(machine, 'policy.json', '{"hold": 7}');
    const one = launcher(machine).start('safe-exit', WECHAT);
    await one.ended;
    expect(huds(one.said)).toEqual([]);
    expect(lastToast(one.said)?.message).not.toMatch(CODES);
  });
});
