import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognizer } from '../../shared/core/identify.ts';
import { mayMatter } from '../../shared/core/matcher.ts';
import { linuxPlaces } from '../../shared/machine/linux/places.ts';
import { listProcesses } from '../../shared/machine/linux/processes.ts';
import { lookAtTray } from '../../shared/machine/linux/tray.ts';
import { signal } from '../../shared/machine/linux/signal.ts';
import { untilGone } from '../../shared/machine/linux/wait.ts';
import { userClients } from '../../shared/machine/user-clients.ts';
import { homeAt } from '../../shared/practice/home.ts';
import { stateFile } from '../../shared/practice/notes.ts';
import { readPractice, stopPractice } from '../../shared/practice/stop.ts';
import type { Practice } from '../../shared/practice/state.ts';
import { clientOf, filesIn, house, icon, icons, keepHouse, one, processesBelow } from './house.ts';
import { start } from './house.ts';

keepHouse();

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
    const said = found.map(({ pid, role, keptBy, name }) => ({ pid, role, keptBy, name }));
    const expected = [
      { pid: practice.root.pid, role: 'root', keptBy: undefined, name: 'practice' },
      ...practice.helpers.map(({ pid }) => ({
        ...{ pid, role: 'helper', keptBy: undefined, name: 'PracticeAppEx' },
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
  it.each([0, 20, 60, 100, 150, 200, 250, 300, 350, 400, 450, 500])(
    'after %i ms leaves no process and no file',
    async (ms) => {
      const at = house();
      const abort = new AbortController();
      const timer = setTimeout(() => abort.abort(), ms);
      const ended = await start('respawning', at, { signal: abort.signal }).then(
        (practice: Practice) => practice,
        (error: unknown) => error,
      );
      clearTimeout(timer);
      // On a fast computer it is complete before the last of these.
      if (!(ended instanceof Error)) await stopPractice(at.stateFolder, at.configFolder);
      else expect(ended.name).toBe('AbortError');
      expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]);
    },
  );
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
    writeFileSync(file, text);
    chmodSync(file, 0o600);
  });
});
