import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it, vi } from 'vitest';
import { askByMenu } from '../../shared/machine/linux/tray.ts';
import { readProcess } from '../../shared/machine/linux/processes.ts';
import { signal } from '../../shared/machine/linux/signal.ts';
import { untilGone } from '../../shared/machine/linux/wait.ts';
import { stateFile } from '../../shared/practice/state.ts';
import { ARRIVAL_MS, lingering } from '../../shared/practice/programs/linger.ts';
import { readPractice, stopPractice } from '../../shared/practice/stop.ts';
import type { Practice } from '../../shared/practice/state.ts';
import { clientOf, filesIn, house, icon, keepHouse, one } from './house.ts';
import { processesBelow, start, type House } from './house.ts';
import { keepStarter, pausedAt, PUBLISHES, starter, STEPS, UNBEGUN } from './starter.ts';

keepHouse();
keepStarter();

const nothingLeft = (at: House): Promise<void> =>
  vi.waitFor(() => expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]), {
    timeout: 15_000,
    interval: 20,
  });

describe('stopping', () => {
  it.each(['respawning', 'deaf', 'stubborn-helper', 'ghost'] as const)(
    'a %s client leaves no process, no folder and no note',
    async (temper) => {
      const at = house();
      const { home } = await start(temper, at);
      expect(await stopPractice(at.stateFolder, at.configFolder)).toEqual({ stopped: 6, home });
      expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]);
      expect(await stopPractice(at.stateFolder, at.configFolder)).toBeUndefined();
    },
  );

  it('ends the bus although the stage died before it', async () => {
    const at = house();
    const practice = await start('polite', at);
    const stage = one(practice.stage);
    signal(stage, 'SIGKILL');
    expect(await untilGone([stage], 5_000)).toEqual([]);
    expect((await stopPractice(at.stateFolder, at.configFolder))?.stopped).toBe(5);
    expect(readProcess(practice.dbusDaemon ?? 0)).toBeUndefined();
  });
});

describe('stopping what does not move', () => {
  const pause = (pid: number): true => process.kill(pid, 'SIGSTOP');

  it('ends a client, its stage and its bus although all of them are paused', async () => {
    const at = house();
    const practice = await start('respawning', at);
    for (const { pid } of processesBelow(practice.home)) pause(pid);
    expect(await stopPractice(at.stateFolder, at.configFolder)).toEqual({
      stopped: 6,
      home: practice.home,
    });
    expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([]);
  });

  it.each(STEPS)(
    'takes away from a start that is paused %s; when it goes on, it gives up',
    async (_, where) => {
      const at = house();
      const { goOn } = await pausedAt(at, where);
      expect((await stopPractice(at.stateFolder, at.configFolder))?.home).toContain(at.temp);
      expect(filesIn(at)).toEqual([]);
      expect(await goOn()).not.toBe('started');
      expect([...processesBelow(at.temp), ...filesIn(at)]).toEqual([]);
    },
  );

  it('finds nothing where a start is paused before it began, which then is a start after the stop', async () => {
    const at = house();
    const { goOn } = await pausedAt(at, UNBEGUN);
    expect(await stopPractice(at.stateFolder, at.configFolder)).toBeUndefined();
    expect(await goOn()).toBe('started');
    expect(processesBelow(at.temp).length).toBe(6);
  });

  it('a start whose note was taken away in the end leaves nothing, and no other start is hurt', async () => {
    const at = house();
    const { goOn } = await pausedAt(at, PUBLISHES);
    const file = stateFile(at.stateFolder);
    const other = readFileSync(file, 'utf8').replaceAll(
      /practice-[0-9a-f]{12}/g,
      'practice-0123456789ab',
    );
    writeFileSync(file, other);
    expect(await goOn()).toBe('PracticeFault did-not-start');
    expect(readFileSync(file, 'utf8')).toBe(other);
    expect([...processesBelow(at.folder), ...filesIn(at)]).toEqual([file]);
  });
});

describe('stopping beside other programs', () => {
  it('leaves one of the same interpreter alone, also one that shows no arguments', async () => {
    const at = house();
    const other = execa(process.execPath, [], { argv0: '', stdin: 'pipe' });
    await start('polite', at);
    expect((await stopPractice(at.stateFolder, at.configFolder))?.stopped).toBe(6);
    expect(readProcess(other.pid ?? 0)?.args).toEqual({ known: true, value: [''] });
    other.stdin.end();
    expect((await other).exitCode).toBe(0);
  });
});

describe('the stage', () => {
  it('removes everything some time after the root left, and ends who stayed', async () => {
    const at = house();
    const practice = await start('stubborn-helper', at, { flushMs: 10, lingerMs: 400 });
    signal(one(practice.root), 'SIGTERM');
    await nothingLeft(at);
  });

  it('waits as long as the root is there, and at least a minute for it to come', () => {
    const isOver = lingering(400, 1_000);
    expect([isOver(false, 1_401), isOver(false, 1_000 + ARRIVAL_MS)]).toEqual([false, true]);
    expect([2_000, 1e9].map((now) => isOver(true, now))).toEqual([false, false]);
    expect([1e9 + 399, 1e9 + 400].map((now) => isOver(false, now))).toEqual([false, true]);
  });

  it('ends everything when it is told to end', async () => {
    const at = house();
    const practice = await start('deaf', at);
    signal(one(practice.stage), 'SIGTERM');
    await nothingLeft(at);
  });

  it('ends everything when its folder is removed', async () => {
    const at = house();
    const practice = await start('deaf', at);
    rmSync(practice.home, { recursive: true, force: true });
    await nothingLeft(at);
  });
});

describe('whoever started it', () => {
  it('may leave: the client stays, has no keeper, no output to break, and still answers', async () => {
    const at = house();
    const { stdout } = await starter(at);
    expect(stdout).toBe('started');
    const practice = (await readPractice(at.stateFolder)) as Practice;
    const parents = [practice.root, practice.stage].map((process) => one(process).parent);
    const adopter = readProcess(parents[0] ?? 0);
    expect(adopter === undefined || adopter.pid === 1 || adopter.name === 'systemd').toBe(true);
    expect(parents[1]).toBe(parents[0]);
    const all = clientOf(practice);
    expect((await askByMenu(await icon(practice), ['Quit Practice'])).state).toBe('delivered');
    expect(await untilGone(all, 5_000)).toEqual([]);
    expect(readFileSync(path.join(practice.home, 'stage/errors.log'), 'utf8')).not.toMatch(
      /Error:/,
    );
  });

  it.each(STEPS)('may be killed %s: stopping then finds what there is', async (_, where) => {
    const at = house();
    expect((await starter(at, 'kill', where)).signal).toBe('SIGKILL');
    const begun = await readPractice(at.stateFolder);
    expect(begun?.home).toContain(at.temp);
    expect((await stopPractice(at.stateFolder, at.configFolder))?.home).toBe(begun?.home);
    await nothingLeft(at);
  });
});
