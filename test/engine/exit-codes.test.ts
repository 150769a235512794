import { describe, expect, it } from 'vitest';
import type { Language } from '../../shared/core/language.ts';
import { request, type RequestOptions } from '../../shared/cli/commands/request.ts';
import { showLog } from '../../shared/cli/commands/log.ts';
import { showStatus } from '../../shared/cli/commands/status.ts';
import type { Context } from '../../shared/cli/context.ts';
import { speaking } from '../../shared/cli/print/screen.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import type { World } from '../../shared/machine/simulated/world.ts';
import { record } from '../../shared/store/record.ts';
import { fileFolder } from '../file-folder.ts';
import { process_ } from '../core/situations.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { memoryStore } from './memory-store.ts';
import { add, chat } from './scenes.ts';

const plain = (text: string): string => text;
const paint = { green: plain, blue: plain, yellow: plain, red: plain, magenta: plain };

/** The command line on a simulated machine, and all that it says. */
function commandLine(world: World, more: Partial<Machine> = {}, lang: Language = 'en') {
  const home = fileFolder('codes');
  const machine = simulatedMachine(world);
  const places = {
    ...machine.places,
    home,
    ourConfig: `${home}/config`,
    ourState: `${home}/state`,
  };
  const said: string[] = [];
  const context: Context = {
    machine: { ...machine, places, ...more },
    // The log reads files, so the receipts are kept as a person's are.
    store: { ...memoryStore([CHAT, WORK]), record: (receipt) => record(places, receipt) },
    ...{ clients: [CHAT, WORK], faults: [], lang, json: false, env: {}, practiceBundle: '' },
    screen: {
      ...speaking((line) => void said.push(line)),
      ...{ isTerminal: false, canAsk: false, unicode: true },
      paint: { ...paint, gray: plain, bold: plain },
    },
    cancelled: new AbortController().signal,
  };
  const run = (kind: 'exit' | 'force', ids: readonly string[], options: RequestOptions = {}) =>
    request(context, kind, ids, { yes: true, ...options });
  return { context, run, text: () => said.join('\n') };
}

describe('a client that another user runs as well', () => {
  const both = (): World => {
    const world = chat();
    add(world, process_(6_000, { owner: '1001' }));
    return world;
  };

  it('is not the business of a plain account: its own has gone', async () => {
    const { run, context, text } = commandLine(both());
    expect(await run('exit', ['chat'])).toBe(0);
    expect(text()).toMatch(/another user/i);
    expect(await showStatus(context, ['chat'])).toBe(0);
  });

  it.each<[who: string, machine: Partial<Machine>, options: RequestOptions]>([
    ['that asks for every user', {}, { everyUser: true }],
    ['that administers the computer', { user: { isAdministrator: true } }, {}],
  ])('is the business of one %s, and is not touched', async (_, more, options) => {
    const world = both();
    const { run, context } = commandLine(world, more);
    expect(await run('exit', ['chat'], options)).toBe(1);
    expect(await showStatus(context, ['chat'], options)).toBe(1);
    expect(world.actors.map(({ process }) => process.pid)).toEqual([6_000]);
  });
});

describe('an exit of all', () => {
  it.each(['en', 'zh'] as const)('leaves another desktop alone, and says so (%s)', async (lang) => {
    const world = chat();
    add(world, process_(2_000, { otherDesktop: true }), { whenAsked: 5 });
    const { run, text } = commandLine(world, {}, lang);
    expect(await run('exit', ['all'])).toBe(0);
    expect(world.actors.map(({ process }) => process.pid)).toEqual([2_000]);
    expect(text()).toMatch(lang === 'en' ? /another desktop/ : /另一个桌面/);
  });

  it('by its name reaches every desktop', async () => {
    const world = chat();
    add(world, process_(2_000, { otherDesktop: true }), { whenAsked: 5 });
    expect(await commandLine(world).run('exit', ['chat'])).toBe(0);
    expect(world.actors).toEqual([]);
  });
});

describe('a forced end', () => {
  it.each([
    ['en', 'gone, forced'],
    ['zh', '强制结束'],
  ] as const)('is called so in the headline and in the log (%s)', async (lang, called) => {
    const { run, context, text } = commandLine(chat({ temper: 'deaf' }), {}, lang);
    await run('exit', ['chat'], { then: 'force', timeout: '100ms' });
    expect(text()).toContain(called);
    const before = text().length;
    await showLog(context, {});
    expect(text().slice(before)).toContain(called);
  });

  it('is no word of an exit that was polite', async () => {
    const { run, context, text } = commandLine(chat());
    await run('exit', ['chat'], { then: 'force' });
    await showLog(context, {});
    expect(text()).not.toContain('forced');
  });
});
