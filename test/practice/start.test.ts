import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { recognizer } from '../../shared/core/identify.ts';
import { mayMatter } from '../../shared/core/recognition/may-matter.ts';
import { linuxPlaces } from '../../shared/machine/linux/places.ts';
import { listProcesses } from '../../shared/machine/linux/processes.ts';
import { lookAtTray } from '../../shared/machine/linux/tray.ts';
import { signal } from '../../shared/machine/linux/signal.ts';
import { untilGone } from '../../shared/machine/linux/wait.ts';
import { userClients } from '../../shared/store/user-clients.ts';
import { homeAt } from '../../shared/practice/home.ts';
import { clientFile } from '../../shared/practice/notes.ts';
import { stateFile } from '../../shared/practice/state.ts';
import { readPractice, stopPractice } from '../../shared/practice/stop.ts';
import { clientOf, filesIn, house, icon, icons, keepHouse, one, processesBelow } from './house.ts';
import { start, type House } from './house.ts';
import { keepStarter, pausedAt, PUBLISHES, starter, STEPS, UNBEGUN } from './starter.ts';

keepHouse();
keepStarter();

const NAMES_A_HOME = '/tmp/clean-exit-practice-0123456789ab';

describe('starting', () => {
  it('makes a client that Clean Exit knows, and that nobody keeps', async () => {
    const at = house();
    const practice = await start('polite', at);
    const places = { ...linuxPlaces({}, '/nowhere'), ourConfig: at.configFolder };
    const { clients, faults } = await userClients(places, new Set());
    expect(faults).toEqual([]);
    const processes = listProcesses(mayMatter(clients, 'linux', places));
    const buses = [practice.bus ?? ''];
    const trayIcons = await lookAtTray({ env: {}, buses });
    const me = String(process.getuid?.());
    const sighting = { me, processes, trayIcons, windows: { known: true, value: [] } } as const;
    const seen = recognizer(clients, 'linux', places)(sighting).get('practice');
    const found = seen?.processes.known ? seen.processes.value : [];
    const said = found.map(({ pid, role, supervisedBy: supervisedBy, name }) => ({
      pid,
      role,
      supervisedBy,
      name,
    }));
    const expected = [
      { pid: practice.root.pid, role: 'root', supervisedBy: undefined, name: 'practice' },
      ...practice.helpers.map(({ pid }) => ({
        ...{ pid, role: 'helper', supervisedBy: undefined, name: 'PracticeAppEx' },
      })),
    ];
    const byPid = (a: { pid: number }, b: { pid: number }): number => a.pid - b.pid;
    expect(said.sort(byPid)).toEqual(expected.sort(byPid));
    expect(seen?.trayIcons).toEqual({ known: true, value: [await icon(practice)] });
  });

  it('lays out a data folder of about 12 MB, of real bytes', async () => {
    const { home } = await start('polite');
    const data = homeAt(home).data;
    const all = readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const caches = all.filter((file) => /\/(cache|temp|log)\//.test(file));
    expect(caches.length).toBe(200);
    const sizes = caches.map((file) => statSync(file));
    const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
    expect(bytes).toBeGreaterThan(11e6);
    expect(bytes).toBeLessThan(13e6);
    expect(sizes.filter(({ size, blocks }) => blocks * 512 < size)).toEqual([]);
    expect(all).toContain(path.join(data, 'practice_ming/msg/file/2026-11/报告.pdf'));
    expect(readFileSync(all[0] ?? '').some((byte) => byte !== 0)).toBe(true);
  });

  it('writes notes that only their owner can read', async () => {
    const at = house();
    const practice = await start('polite', at);
    expect(await readPractice(at.stateFolder)).toEqual(practice);
    for (const file of filesIn(at).filter((one) => one.endsWith('.json')))
      expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(practice.home).mode & 0o777).toBe(0o700);
  });

  it('is refused while one runs, and two at once are one', async () => {
    const at = house();
    const both = await Promise.allSettled([start('polite', at), start('deaf', at)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(start('polite', at)).rejects.toMatchObject({ code: 'already-running' });
    expect(processesBelow(at.folder).length).toBe(6);
  });

  it('is refused while only a helper is left', async () => {
    const at = house();
    const { root, helpers } = await start('stubborn-helper', at, { flushMs: 10 });
    const gone = [one(root), ...helpers.slice(1).map(one)];
    signal(one(root), 'SIGTERM');
    expect(await untilGone(gone, 5_000)).toEqual([]);
    await expect(start('polite', at)).rejects.toMatchObject({ code: 'already-running' });
  });

  it('takes the place of one that has left by itself', async () => {
    const at = house();
    const first = await start('ghost', at, { flushMs: 10 });
    const all = clientOf(first);
    signal(one(first.root), 'SIGTERM');
    expect(await untilGone(all, 5_000)).toEqual([]);
    const second = await start('polite', at);
    expect(filesIn(at).filter((file) => file.startsWith(at.temp))).toEqual([second.home]);
    expect((await icons(second)).length).toBe(1);
  });

  it('tells why there is no icon where dbus-daemon is missing', async () => {
    const at = house();
    const programs = path.join(at.folder, 'bin');
    mkdirSync(programs);
    symlinkSync('/usr/bin/setsid', path.join(programs, 'setsid'));
    const practice = await start('polite', at, { programFolders: [programs] });
    expect(practice).toMatchObject({ bus: null, noIcon: 'no-dbus-daemon' });
    expect(practice.dbusDaemon).toBeUndefined();
    const all = clientOf(practice);
    signal(one(practice.root), 'SIGTERM');
    expect(await untilGone(all, 5_000)).toEqual([]);
  });

  it('leaves nothing where a program of ours does not start, and says what it said', async () => {
    const at = house();
    const bundle = path.join(at.folder, 'broken.mjs');
    writeFileSync(bundle, 'throw new Error("planted")');
    const starting = start('polite', at, { bundle });
    await expect(starting).rejects.toMatchObject({ code: 'did-not-start' });
    await expect(starting).rejects.toThrow('planted');
    expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]);
  });

  it('refuses what it cannot use, before anything exists', async () => {
    const at = house();
    const temp = path.join(at.folder, 'a[b]');
    mkdirSync(temp);
    await expect(start('polite', at, { temp })).rejects.toMatchObject({ code: 'unusable-folder' });
    const nowhere = { bundle: '/nowhere/practice.mjs' };
    await expect(start('polite', at, nowhere)).rejects.toMatchObject({ code: 'no-bundle' });
    const bare = { programFolders: [at.temp] };
    await expect(start('polite', at, bare)).rejects.toMatchObject({ code: 'no-setsid' });
    expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]);
  });

  it('works in a folder whose name a bus address must escape', async () => {
    const at = house();
    const temp = path.join(at.folder, 'my temp 文');
    mkdirSync(temp);
    const practice = await start('polite', at, { temp });
    expect((await icon(practice)).id).toBe('practice');
  });
});

describe('a start that is aborted', () => {
  it('before it begins makes nothing', async () => {
    const at = house();
    const starting = start('polite', at, { signal: AbortSignal.abort() });
    await expect(starting).rejects.toMatchObject({ name: 'AbortError' });
    expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]);
  });

  it.each([['before it takes its place', UNBEGUN] as const, ...STEPS])(
    '%s leaves no process and no file',
    async (_, where) => {
      const at = house();
      expect((await starter(at, 'abort', where)).stdout).toMatch(/^AbortError/);
      expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]);
    },
  );
});

describe('a client file of the name that we use', () => {
  const written = (at: House, content: string): string => {
    const file = clientFile(at.configFolder);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };

  it.each([
    ['of a client of his own', JSON.stringify({ schema: 'clean-exit/client/1', id: 'irc' })],
    ['that is a draft', '{"id": "practice",'],
    ['that is empty', ''],
    ['that only speaks of a home of ours', JSON.stringify({ notes: NAMES_A_HOME })],
    ['with the fields of our state', JSON.stringify({ home: NAMES_A_HOME })],
  ])('that the user wrote, %s, stays: nothing is started', async (_, content) => {
    const at = house();
    const file = written(at, content);
    const refused = { name: 'PracticeFault', code: 'file-in-the-way', file };
    await expect(start('polite', at)).rejects.toMatchObject(refused);
    await expect(start('polite', at)).rejects.toThrow(file);
    expect(await stopPractice(at.stateFolder, at.configFolder)).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([file]);
    rmSync(file);
  });

  it('that comes while we start is not written over, and nothing of us stays', async () => {
    const at = house();
    const { goOn } = await pausedAt(at, PUBLISHES);
    const file = written(at, 'mine');
    expect(await goOn()).toBe('PracticeFault file-in-the-way');
    expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([file]);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    rmSync(file);
  });

  it('that the user put in place of ours while it ran stays when it is stopped', async () => {
    const at = house();
    const { home } = await start('polite', at);
    const content = JSON.stringify({ schema: 'clean-exit/client/1', id: 'practice', home });
    const file = written(at, content);
    expect((await stopPractice(at.stateFolder, at.configFolder))?.stopped).toBe(6);
    expect(readFileSync(file, 'utf8')).toBe(content);
    rmSync(file);
  });

  it('that is a link is not ours, and what it leads to is not touched', async () => {
    const at = house();
    const file = clientFile(at.configFolder);
    mkdirSync(path.dirname(file), { recursive: true });
    const own = path.join(at.folder, 'own.json');
    symlinkSync(own, file);
    await expect(start('polite', at)).rejects.toMatchObject({ code: 'file-in-the-way' });
    expect(existsSync(own)).toBe(false);
    rmSync(file);
  });

  it('of one that has gone, whose state was lost, makes room', async () => {
    const at = house();
    const first = await start('polite', at, { flushMs: 10 });
    rmSync(stateFile(at.stateFolder));
    await expect(start('polite', at)).rejects.toMatchObject({ code: 'already-running' });
    const all = clientOf(first);
    signal(one(first.root), 'SIGTERM');
    expect(await untilGone(all, 5_000)).toEqual([]);
    const second = await start('polite', at);
    expect(filesIn(at).filter((file) => file.startsWith(at.temp))).toEqual([second.home]);
  });
});

describe('a note that somebody else wrote', () => {
  it('is no reason to remove a folder, nor to think that nothing runs', async () => {
    const at = house();
    const practice = await start('polite', at);
    const file = stateFile(at.stateFolder);
    const text = readFileSync(file, 'utf8');
    const precious = path.join(at.folder, 'precious');
    mkdirSync(precious);
    writeFileSync(file, text.replaceAll(practice.home, precious));
    expect(await stopPractice(at.stateFolder, at.configFolder)).toEqual({
      stopped: 0,
      home: precious,
    });
    expect(statSync(precious).isDirectory()).toBe(true);
    writeFileSync(file, '{"schema":');
    await expect(start('polite', at)).rejects.toMatchObject({ code: 'unreadable-state' });
    // A pipe is not waited for.
    rmSync(file);
    await execa('mkfifo', [file]);
    await expect(start('polite', at)).rejects.toMatchObject({ code: 'unreadable-state', file });
    rmSync(file);
    writeFileSync(file, text);
    chmodSync(file, 0o600);
  });
});
