import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { property } from '../../shared/machine/linux/tray/daemon.ts';
import { busAt } from '../../shared/machine/linux/tray/open.ts';
import { parseRegistration } from '../../shared/machine/linux/tray/registration.ts';
import { askByMenu } from '../../shared/machine/linux/tray.ts';
import { signal } from '../../shared/machine/linux/signal.ts';
import { untilGone } from '../../shared/machine/linux/wait.ts';
import { DATABASE, LOCK } from '../../shared/practice/files.ts';
import { homeAt } from '../../shared/practice/home.ts';
import type { Practice } from '../../shared/practice/state.ts';
import { clientOf, icon, icons, keepHouse, one, processesBelow, start } from './house.ts';

keepHouse();

const QUIT = ['Quit Practice'];
/** Nobody leaves within this time; where it is too short for a computer, less is seen and nothing fails. */
const A_WHILE_MS = 250;
const DEADLINE_MS = 8_000;

const files = ({ home }: Practice) => {
  const database = path.join(homeAt(home).data, DATABASE);
  return {
    database,
    journals: [`${database}-wal`, `${database}-shm`, path.join(homeAt(home).data, LOCK)],
  };
};

/** Sends SIGTERM to the root, answers how long the whole client took, and who stayed for `ms`. */
async function term(practice: Practice, ms = DEADLINE_MS): Promise<[number, number]> {
  const all = clientOf(practice);
  const began = performance.now();
  signal(one(practice.root), 'SIGTERM');
  const left = await untilGone(all, ms);
  return [performance.now() - began, left.length];
}

describe('a polite client', () => {
  it('leaves by its menu, and merges its journal before it goes', async () => {
    const practice = await start('polite');
    const { database, journals } = files(practice);
    const [wal = ''] = journals;
    const before = Buffer.concat([readFileSync(database), readFileSync(wal)]);
    const all = clientOf(practice);
    expect(await askByMenu(await icon(practice), QUIT)).toEqual({
      state: 'delivered',
      label: 'Quit Practice',
    });
    expect(await untilGone(all, DEADLINE_MS)).toEqual([]);
    expect(readFileSync(database).equals(before)).toBe(true);
    expect(journals.filter(existsSync)).toEqual([]);
    await vi.waitFor(async () => expect(await icons(practice)).toEqual([]));
  });

  it('leaves by SIGTERM as well', async () => {
    const practice = await start('polite');
    const [took, left] = await term(practice);
    expect(left).toBe(0);
    expect(took).toBeGreaterThan(200);
    expect(files(practice).journals.filter(existsSync)).toEqual([]);
  });

  it('leaves an unmerged journal, its lock and a whole database when it is ended by force', async () => {
    const practice = await start('polite');
    const { database, journals } = files(practice);
    const size = statSync(database).size;
    const all = clientOf(practice);
    signal(one(practice.root), 'SIGKILL');
    expect(await untilGone(all, DEADLINE_MS)).toEqual([]);
    expect(journals.filter(existsSync)).toEqual(journals);
    expect(statSync(database).size).toBe(size);
  });

  it('writes for as long, and has as many helpers, as it is told', async () => {
    const practice = await start('polite', undefined, { flushMs: 600, helpers: 5 });
    expect(practice.helpers.length).toBe(5);
    const [took, left] = await term(practice);
    expect([took > 600, left]).toEqual([true, 0]);
  });

  it('shows entries that look like the one that quits, and does not take them for it', async () => {
    const practice = await start('polite');
    const shown = await icon(practice);
    expect(shown).toMatchObject({ id: 'practice', title: 'Practice' });
    expect(shown.holder).toEqual({ known: true, value: practice.root.pid });
    const answer = await askByMenu(shown, ['Quit (disabled decoy)']);
    expect(answer).toMatchObject({
      state: 'failed',
      reason: { code: 'not-understood', detail: 'Open Practice, Exit full screen, Quit Practice' },
    });
    await askByMenu(shown, ['Exit full screen']);
    expect((await untilGone(clientOf(practice), A_WHILE_MS)).length).toBe(4);
  });
});

describe('a slow client', () => {
  it('writes for two and a half seconds, then is gone whole', async () => {
    const practice = await start('slow');
    const [took, left] = await term(practice);
    expect([took > 2_500, left]).toEqual([true, 0]);
    expect(files(practice).journals.filter(existsSync)).toEqual([]);
  });
});

describe('a deaf client', () => {
  it('hears neither its menu nor SIGTERM, only SIGKILL', async () => {
    const practice = await start('deaf');
    const all = clientOf(practice);
    expect((await askByMenu(await icon(practice), QUIT)).state).toBe('delivered');
    for (const process of all) signal(process, 'SIGTERM');
    expect(await untilGone(all, A_WHILE_MS)).toEqual(all);
    signal(one(practice.root), 'SIGKILL');
    expect(await untilGone(all, DEADLINE_MS)).toEqual([]);
  });
});

describe('a respawning client', () => {
  const helpersNow = ({ home }: Practice): readonly number[] =>
    processesBelow(home)
      .filter(({ args }) => args.known && args.value[1] === homeAt(home).helperScript)
      .map(({ pid }) => pid);

  it('has a new helper in place of one that was ended, while its root lives', async () => {
    const practice = await start('respawning');
    const before = practice.helpers.map(({ pid }) => pid);
    const [first] = practice.helpers.map(one);
    if (!first) throw new Error('no helper');
    signal(first, 'SIGKILL');
    await vi.waitFor(
      () => {
        const now = helpersNow(practice);
        expect(now.length).toBe(3);
        expect(now.filter((pid) => !before.includes(pid)).length).toBe(1);
      },
      { interval: 5 },
    );
  });

  it('leaves its helpers behind, which then stay gone when they are ended', async () => {
    const practice = await start('respawning', undefined, { flushMs: 10 });
    const root = one(practice.root);
    const helpers = practice.helpers.map(one);
    signal(root, 'SIGTERM');
    expect(await untilGone([root], DEADLINE_MS)).toEqual([]);
    expect(await untilGone(helpers, A_WHILE_MS)).toEqual(helpers);
    for (const helper of helpers) signal(helper, 'SIGTERM');
    expect(await untilGone(helpers, DEADLINE_MS)).toEqual([]);
    expect(helpersNow(practice)).toEqual([]);
  });
});

describe('a client with a stubborn helper', () => {
  it('leaves one behind, which only SIGKILL ends', async () => {
    const practice = await start('stubborn-helper', undefined, { flushMs: 10 });
    const [stubborn, ...others] = practice.helpers.map(one);
    if (!stubborn) throw new Error('no helper');
    const root = one(practice.root);
    signal(root, 'SIGTERM');
    // The others saw their root leave, and went.
    expect(await untilGone([root, ...others], DEADLINE_MS)).toEqual([]);
    signal(stubborn, 'SIGTERM');
    expect((await untilGone([stubborn], A_WHILE_MS)).length).toBe(1);
    signal(stubborn, 'SIGKILL');
    expect(await untilGone([stubborn], DEADLINE_MS)).toEqual([]);
  });
});

describe('a client that leaves a ghost', () => {
  it('is gone, but its icon is still listed and nobody holds it', async () => {
    const practice = await start('ghost');
    expect((await term(practice))[1]).toBe(0);
    const ghost = await icon(practice);
    expect(ghost.holder.known).toBe(false);
    expect(ghost.address).toContain(`-${practice.root.pid}-1/`);
  });
});

describe('a client that asks', () => {
  it('asks in its icon and stays', async () => {
    const practice = await start('asks');
    const shown = await icon(practice);
    await askByMenu(shown, QUIT);
    const [, left] = await term(practice, A_WHILE_MS);
    expect(left).toBe(4);
    expect((await icon(practice)).title).toBe('Really quit?');
    const place = parseRegistration(shown.address);
    const at = { to: place?.name ?? '', path: place?.path ?? '' };
    const status = await property(
      await busAt(shown.bus ?? ''),
      at,
      'org.kde.StatusNotifierItem',
      'Status',
    );
    expect(status).toBe('NeedsAttention');
  });
});
