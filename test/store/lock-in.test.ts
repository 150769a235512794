import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Places } from '../../shared/core/paths.ts';
import { lockIn } from '../../shared/store/lock-in.ts';
import { thisOwner } from '../../shared/store/lock-owner.ts';
import { folder, tidy } from '../machine/linux/actors.ts';

tidy();

/** Places whose state folder cannot be made, because a file stands there, and perhaps no runtime folder either. */
function placesWith(works: { state: boolean; runtime: boolean }): Places {
  const home = folder();
  const place = (name: string, isGood: boolean): string => {
    const at = path.join(home, name);
    if (isGood) mkdirSync(at, { mode: 0o700 });
    else writeFileSync(at, '');
    return at;
  };
  const [ourState, runtime] = [place('state', works.state), place('runtime', works.runtime)];
  return { home, ourConfig: path.join(home, 'config'), ourState, runtime };
}

const lockAt = (folder: string, holder: object): void => {
  mkdirSync(path.join(folder, 'claims'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, 'claims/chat'), JSON.stringify(holder));
};

describe('the lock of a client', () => {
  it('is in the state folder, and nothing is told', async () => {
    const places = placesWith({ state: true, runtime: true });
    const claim = lockIn(places, 'chat', 'exit');
    expect(claim).not.toHaveProperty('elsewhere');
    expect(readdirSync(path.join(places.ourState, 'claims'))).toEqual(['chat']);
    if (claim.granted) await claim.release();
    expect(readdirSync(path.join(places.ourState, 'claims'))).toEqual([]);
  });

  it('is in the session’s folder where the state folder keeps nothing, and told', async () => {
    const places = placesWith({ state: false, runtime: true });
    const at = path.join(places.runtime ?? '', 'clean-exit/claims');
    const claim = lockIn(places, 'chat', 'exit');
    expect(claim).toMatchObject({ granted: true, elsewhere: { folder: at } });
    expect(lockIn(places, 'chat', 'purge')).toMatchObject({ granted: false });
    if (claim.granted) await claim.release();
    expect(readdirSync(at)).toEqual([]);
  });

  it('is in memory where no folder keeps anything: this program is kept out, and it is told', async () => {
    const places = placesWith({ state: false, runtime: false });
    const claim = lockIn(places, 'chat', 'exit');
    expect(claim).toMatchObject({ granted: true, elsewhere: { folder: null } });
    expect(lockIn(places, 'chat', 'purge')).toMatchObject({ holder: { request: 'exit' } });
    expect(lockIn(places, 'other', 'purge').granted).toBe(true);
    if (claim.granted) await claim.release();
    expect(lockIn(places, 'chat', 'purge').granted).toBe(true);
  });

  it.each(['state', 'runtime'] as const)(
    'in the %s folder keeps out who takes the other',
    (where) => {
      const places = placesWith({ state: where === 'state', runtime: true });
      const holder = thisOwner('force');
      lockAt(path.join(places.runtime ?? '', 'clean-exit'), holder);
      expect(lockIn(places, 'chat', 'exit')).toEqual({ granted: false, holder });
    },
  );

  it('of a program that has ended keeps nobody out', () => {
    const places = placesWith({ state: true, runtime: true });
    lockAt(path.join(places.runtime ?? '', 'clean-exit'), {
      ...thisOwner('exit'),
      startTime: 'x',
    });
    expect(lockIn(places, 'chat', 'exit').granted).toBe(true);
  });

  it.each([
    ['another pid namespace', (pids: string) => pids.replace(/\d+/, '1')],
    ['another computer or boot', (pids: string) => `${pids}0`],
    ['a namespace that nobody can tell', () => ''],
  ])('of %s counts by its beat, never by a pid', (_, change) => {
    const places = placesWith({ state: true, runtime: true });
    const me = thisOwner('exit');
    // Its pid means nothing here, or another process.
    const holder = { ...me, startTime: 'x', pidsOf: change(me.pidsOf ?? '') };
    lockAt(places.ourState, holder);
    expect(lockIn(places, 'chat', 'force')).toEqual({ granted: false, holder });
    const silent = Date.now() / 1_000 - 21;
    utimesSync(path.join(places.ourState, 'claims/chat'), silent, silent);
    expect(lockIn(places, 'chat', 'force').granted).toBe(true);
  });

  it('beats as long as it is held', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      const places = placesWith({ state: true, runtime: true });
      const claim = lockIn(places, 'chat', 'exit');
      const file = path.join(places.ourState, 'claims/chat');
      vi.advanceTimersByTime(60_000);
      expect(statSync(file).mtimeMs).toBeGreaterThan(Date.now() - 10_000);
      expect(claim.granted).toBe(true);
      expect(vi.getTimerCount()).toBe(1);
      if (claim.granted) void claim.release();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['state', 'runtime/clean-exit'])(
    'goes through no link in the place of a folder of ours: %s',
    (name) => {
      const places = placesWith({ state: name === 'state', runtime: true });
      const home = path.dirname(places.ourState);
      const victim = path.join(home, 'victim');
      mkdirSync(victim, { mode: 0o700 });
      const link = path.join(home, name);
      rmSync(link, { recursive: true, force: true });
      symlinkSync(victim, link);
      expect(lockIn(places, 'chat', 'exit').granted).toBe(true);
      expect(readdirSync(victim)).toEqual([]);
    },
  );

  it('has words that are data: no escapes, and no more than fit', () => {
    const places = placesWith({ state: true, runtime: true });
    const request = `\u001b[2J\n$(reboot)${'x'.repeat(10_000)}`;
    lockAt(places.ourState, { ...thisOwner(request) });
    const claim = lockIn(places, 'chat', 'exit');
    expect(claim.granted ? '' : claim.holder.request).toMatch(/^[\x20-\x7e]{1,40}$/);
  });
});
