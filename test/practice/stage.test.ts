import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { execa } from 'execa';
import { describe, expect, it, vi } from 'vitest';
import { askByMenu } from '../../shared/machine/linux/tray.ts';
import { readProcess } from '../../shared/machine/linux/processes.ts';
import { signal } from '../../shared/machine/linux/signal.ts';
import { untilGone } from '../../shared/machine/linux/wait.ts';
import { stateFile } from '../../shared/practice/notes.ts';
import { readPractice, stopPractice } from '../../shared/practice/stop.ts';
import type { Practice } from '../../shared/practice/state.ts';
import { BUNDLE, clientOf, filesIn, house, icon, isThere, keepHouse, one } from './house.ts';
import { processesBelow, start, type House } from './house.ts';

keepHouse();

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
    signal(one(practice.stage), 'SIGKILL');
    await untilGone([one(practice.root)], 50);
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

  it.each([60, 150, 250, 350])(
    'takes away from a start that is paused after %i ms; when it goes on, it gives up',
    async (ms) => {
      const at = house();
      const running = execa(process.execPath, [await starter(at)], { reject: false });
      const paused = running.pid ?? 0;
      await new Promise((resolve) => setTimeout(resolve, ms));
      pause(paused);
      await stopPractice(at.stateFolder, at.configFolder);
      expect(filesIn(at)).toEqual([]);
      process.kill(paused, 'SIGCONT');
      await running;
      // One that had not begun when it was paused is a start after the stop.
      const begunLater = await readPractice(at.stateFolder);
      if (begunLater) expect(processesBelow(begunLater.home).length).toBe(6);
      else expect([...processesBelow(at.temp), ...filesIn(at)]).toEqual([]);
    },
  );

  it('a start whose note was taken away in the end leaves nothing, and no other start is hurt', async () => {
    const at = house();
    const starting = start('polite', at);
    const file = stateFile(at.stateFolder);
    await vi.waitFor(() => expect(existsSync(file)).toBe(true), { interval: 5 });
    const other = readFileSync(file, 'utf8').replaceAll(
      /practice-[0-9a-f]{12}/g,
      'practice-0123456789ab',
    );
    writeFileSync(file, other);
    await expect(starting).rejects.toMatchObject({ code: 'did-not-start' });
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
    // Not while the root is there, however long.
    expect((await untilGone([one(practice.root)], 700)).length).toBe(1);
    expect(isThere(practice.stage)).toBe(true);
    signal(one(practice.root), 'SIGTERM');
    await nothingLeft(at);
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

/** Another program that starts a client, says so and leaves, or hangs after its `nth` of all steps. */
async function starter(at: House): Promise<string> {
  const file = path.join(at.folder, 'starter.mjs');
  const options = { ...at, temper: 'polite', bundle: BUNDLE, env: {}, lang: 'en' };
  await build({
    stdin: {
      contents: `import { startPractice } from './shared/practice/start.ts';
        await startPractice(${JSON.stringify(options)}); console.log('started');`,
      resolveDir: '.',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
    external: ['koffi'],
    banner: {
      js: `import { createRequire } from 'node:module';
        const require = createRequire(import.meta.url); const __filename = import.meta.filename;`,
    },
  });
  return file;
}

describe('whoever started it', () => {
  it('may leave: the client stays, has no keeper, no output to break, and still answers', async () => {
    const at = house();
    const { stdout } = await execa(process.execPath, [await starter(at)]);
    expect(stdout).toBe('started');
    const practice = (await readPractice(at.stateFolder)) as Practice;
    const parents = [practice.root, practice.stage].map((process) => one(process).parent);
    const adopter = readProcess(parents[0] ?? 0);
    expect(adopter === undefined || adopter.pid === 1 || adopter.name === 'systemd').toBe(true);
    expect(parents[1]).toBe(parents[0]);
    const all = clientOf(practice);
    expect((await askByMenu(await icon(practice), ['Quit Practice'])).delivered).toBe(true);
    expect(await untilGone(all, 5_000)).toEqual([]);
    expect(readFileSync(path.join(practice.home, 'stage/errors.log'), 'utf8')).not.toMatch(
      /Error:/,
    );
  });

  it.each([60, 120, 180, 240, 320, 400])(
    'may be killed after %i ms: stopping then finds what there is',
    async (ms) => {
      const at = house();
      const file = await starter(at);
      await execa(process.execPath, [file], { timeout: ms, killSignal: 'SIGKILL', reject: false });
      const begun = await readPractice(at.stateFolder);
      const stopped = await stopPractice(at.stateFolder, at.configFolder);
      expect(stopped?.home).toBe(begun?.home);
      await nothingLeft(at);
    },
  );
});
