import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClientProcess, Delivery, UsedMethod } from '../../../shared/core/model.ts';
import { unknown } from '../../../shared/core/known.ts';
import type { Run } from '../../../shared/machine/run.ts';
import { folder, tidy } from '../linux/actors.ts';
import { actors, CLIENT, NO_ID, type Actors } from './double/actor.ts';
import type { Scenario } from './double/double.ts';
import { snapshotOf } from '../../observe.ts';

tidy();

const AUTOMATION = 'x-apple.systempreferences:com.apple.preference.security?Privacy_Automation';

const only = ({ roots: [root] }: Actors): ClientProcess => {
  if (!root) throw new Error('no root');
  return root;
};
/** The bundle ids that the catalogue gives the client. */
const bundleIds = CLIENT.editions.flatMap((edition) => edition.bundleIds);
const ask = (here: Actors, process = only(here)): Promise<Delivery> =>
  here.machine.quit.ask({ by: 'signal', process, bundleIds });
/** The languages of the scripts so far; the library's own start names none, and means AppleScript. */
const wentBy = (here: Actors): readonly (string | undefined)[] =>
  here.double
    .starts()
    .flatMap(([name, option, language]) =>
      name === 'osascript' ? [option === '-e' ? 'AppleScript' : language] : [],
    );

const REAL_PLATFORM = process.platform;
/** From now on the library takes this for a Mac, whose PATH begins with these folders. */
function macAt(...folders: readonly string[]): void {
  vi.stubEnv('PATH', [...folders, process.env['PATH']].join(':'));
  Object.defineProperty(process, 'platform', { value: 'darwin' });
}
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  Object.defineProperty(process, 'platform', { value: REAL_PLATFORM });
});
const binOf = ({ double }: Actors): string => path.dirname(double.programs.osascript);

describe('asking an application to quit', () => {
  const by = (method: UsedMethod): Delivery => ({ state: 'delivered', method });
  const not = (code: 'denied' | 'failed' | 'timeout', detail: string): Delivery => ({
    state: 'failed',
    reason: { code, detail },
  });
  const refused = { terminate: 'refused' } as const;

  const answers: readonly [string, Partial<Scenario>, Delivery, leaves: boolean][] = [
    ['goes by pid, which needs no permission', {}, by('terminate'), true],
    ['goes by Apple event where macOS refuses that', refused, by('apple-event'), true],
    [
      'names the place of the permission where both are refused',
      { quit: -1743, ...refused },
      not('denied', `not allowed to ask it: ${AUTOMATION}`),
      false,
    ],
    ['tells a timeout', { quit: -1712, ...refused }, not('timeout', 'it did not answer'), false],
    [
      'tells whom a person kept',
      { quit: -128, ...refused },
      not('failed', 'cancelled by the person'),
      false,
    ],
    [
      'does not believe that it has left because an Apple event says so',
      { quit: -600, ...refused },
      not('failed', '0:12: execution error: Application isn’t running. (-600)'),
      false,
    ],
  ];
  it.each(
    answers.flatMap((row) => [
      [...row, 'by our own start'] as const,
      [...row, 'by a library'] as const,
    ]),
  )('%s', async (_, told, answer, leaves, how) => {
    const here = await actors(told);
    if (how === 'by a library') macAt(binOf(here));
    expect(await ask(here)).toEqual(answer);
    const [, option] = here.double.starts().at(-1) ?? [];
    if (wentBy(here).includes('AppleScript'))
      expect(option).toBe(how === 'by a library' ? '-e' : '-l');
    const left = await here.machine.processes.untilGone([only(here)], leaves ? 5_000 : 30);
    expect(left).toHaveLength(leaves ? 0 : 1);
  });

  it.each([
    ['two run by the same bundle id', { count: 2 }],
    ['the catalogue does not know its bundle id', { bundleId: 'com.tencent.xinWeChat.copy' }],
    ['its bundle id is none', { bundleId: NO_ID }],
  ])('goes by pid alone where %s', async (_, how) => {
    const here = await actors({}, how);
    expect(await ask(here)).toEqual({ state: 'delivered', method: 'terminate' });
    expect(await here.machine.processes.untilGone([only(here)], 5_000)).toEqual([]);
    expect(await here.machine.processes.untilGone(here.roots.slice(1), 30)).toHaveLength(
      here.roots.length - 1,
    );
    expect(wentBy(here)).not.toContain('AppleScript');
  });

  it('raises no question of macOS where it goes by pid', async () => {
    const here = await actors({ quit: 'hangs' });
    expect(await ask(here)).toEqual(by('terminate'));
    expect(wentBy(here)).not.toContain('AppleScript');
  });

  it('leaves the question of macOS open longer than a program may take', async () => {
    const limits: number[] = [];
    const counting: Run = (order) => {
      if (!order.args.includes('AppleScript')) return here.double.run(order);
      limits.push(order.timeoutMs ?? 0);
      return Promise.resolve(unknown('timeout'));
    };
    const here = await actors(refused);
    const { machine } = await actors(refused, { run: counting, programs: here.double.programs });
    const asked = await ask({ ...here, machine });
    expect(asked).toEqual({ state: 'failed', reason: { code: 'timeout' } });
    // AppleScript itself waits for two minutes.
    expect(limits[0]).toBeGreaterThan(120_000);
  });

  it('is waited for by the library no longer than by us', async () => {
    const here = await actors({ ...refused, quit: 'hangs' });
    macAt(binOf(here));
    const late = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    const asked = ask(here);
    await vi.waitFor(() => expect(wentBy(here)).toContain('AppleScript'));
    late.abort();
    expect(await asked).toEqual(not('timeout', 'osascript: no answer'));
    expect(timeout.mock.lastCall?.[0]).toBeGreaterThan(120_000);
  });

  it('starts no other program of that name, wherever it stands on the PATH', async () => {
    const here = await actors(refused);
    const other = path.join(folder(), 'osascript');
    writeFileSync(other, `#!/bin/sh\ntouch ${other}.started\n`);
    chmodSync(other, 0o755);
    macAt(path.dirname(other), binOf(here));
    expect(await ask(here)).toEqual(by('apple-event'));
    expect(here.double.starts().at(-1)?.slice(0, 3)).toEqual(['osascript', '-l', 'AppleScript']);
    expect(existsSync(`${other}.started`)).toBe(false);
  });

  it('presses no menu, and says so', async () => {
    const here = await actors();
    const icon = { address: '', id: '', title: '', holder: unknown('not-looked') };
    const way = { by: 'tray-menu', icon, labels: [] } as const;
    expect(await here.machine.quit.ask(way)).toMatchObject({ reason: { code: 'unsupported' } });
  });
});

describe('closing a window', () => {
  it('hides its application by pid, and takes a window that has gone as closed', async () => {
    const here = await actors();
    const { windows } = await snapshotOf(here.machine, [CLIENT], {
      trayIcons: false,
      windows: true,
    });
    const [window] = windows.known ? windows.value.filter(({ pid }) => pid === only(here).pid) : [];
    if (!window) throw new Error('no window');
    expect(await here.machine.desktop.close(window)).toEqual({ state: 'delivered' });
    const gone = { ...window, id: '0' };
    expect(await here.machine.desktop.close(gone)).toEqual({ state: 'already' });
    expect(await here.machine.processes.untilGone([only(here)], 30)).toHaveLength(1);
  });
});

describe('a process that is no longer the same', () => {
  it.each([
    ['started at another time', { startTime: '1' }],
    ['belongs to somebody else', { owner: '4711' }],
  ])('because it %s is neither asked nor ended', async (_, change) => {
    const here = await actors();
    const other = { ...only(here), ...change };
    const already = { state: 'already' };
    for (const role of ['root', 'helper'] as const)
      expect(await ask(here, { ...other, role })).toEqual(already);
    expect(await here.machine.processes.end(other)).toEqual(already);
    expect(await here.machine.processes.untilGone([only(here)], 30)).toHaveLength(1);
    expect(await here.machine.processes.untilGone([other], 30)).toEqual([]);
    expect(await here.machine.processes.memory([other])).toEqual({ known: true, value: 0 });
  });

  it('is left alone where ps cannot say whether it is', async () => {
    const here = await actors();
    let blind = false;
    const halfBlind: Run = (order) =>
      blind ? Promise.resolve(unknown('timeout')) : here.double.run(order);
    const { machine } = await actors({}, { run: halfBlind, programs: here.double.programs });
    blind = true;
    const nothing = { state: 'failed', reason: { code: 'timeout' } };
    expect(await machine.processes.end(only(here))).toEqual(nothing);
    expect(await machine.quit.ask({ by: 'signal', process: only(here) })).toEqual(nothing);
    expect(await machine.processes.untilGone([only(here)], 30)).toHaveLength(1);
    expect(await machine.processes.memory([only(here)])).toEqual(unknown('timeout'));
  });

  it('is denied where the system forbids it', async () => {
    const here = await actors();
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
    });
    try {
      const denied = { state: 'failed', reason: { code: 'denied', detail: 'EPERM' } };
      expect(await here.machine.processes.end(only(here))).toEqual(denied);
    } finally {
      kill.mockRestore();
    }
  });
});
