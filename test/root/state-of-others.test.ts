import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { newHome, tidyHomes, type Home } from '../cli/home.ts';
import { asRoot } from './as-root.ts';

tidyHomes();

const ANNA = 65_533;

/** A home of anna's in which root runs, as `su` without a dash does. */
function homeOfAnna(...folders: readonly string[]): Home {
  const home = newHome();
  for (const name of ['', ...folders]) {
    mkdirSync(path.join(home.folder, name), { recursive: true });
    chownSync(path.join(home.folder, name), ANNA, ANNA);
  }
  chmodSync(home.folder, 0o755);
  return home;
}

asRoot('root in another user’s home', () => {
  it('makes nothing there, acts all the same, and says what happened', async () => {
    const home = homeOfAnna();
    const receipt = await home.receipt('exit', 'telegram');
    expect(receipt).toMatchObject({ verdict: 'gone', code: 0 });
    expect(receipt.notKept).toMatchObject({ code: 'other-owner', owner: ANNA });
    expect(receipt.lockedIn?.folder).toBeNull();
    expect(readdirSync(home.folder)).toEqual([]);
  });

  it('follows none of that user’s links', async () => {
    const state = '.local/state';
    const home = homeOfAnna('.local', state);
    const target = path.join(home.folder, 'roots-own');
    writeFileSync(target, 'root’s');
    mkdirSync(path.join(home.folder, state, 'clean-exit'), { mode: 0o700 });
    symlinkSync(target, path.join(home.folder, state, 'clean-exit/receipts-2.jsonl'));
    const receipt = await home.receipt('exit', 'telegram');
    expect(receipt.notKept).toMatchObject({ code: 'other-owner' });
    expect(readFileSync(target, 'utf8')).toBe('root’s');
    expect(lstatSync(path.join(home.folder, state, 'clean-exit')).isDirectory()).toBe(true);
  });
});
