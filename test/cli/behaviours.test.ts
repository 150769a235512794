import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../shared/core/model.ts';
import type { Behaviour } from '../../shared/practice/behaviour.ts';
import { statusSchema } from '../../shared/schema/status.ts';
import { newHome, tidyHomes } from './home.ts';

tidyHomes();

/** What `clean-exit exit practice` must say of each temper, and its exit code. */
const SAID: Readonly<Record<Behaviour, readonly [Verdict, number]>> = {
  polite: ['gone', 0],
  slow: ['gone', 0],
  deaf: ['still-running', 1],
  respawning: ['gone', 0],
  'stubborn-helper': ['gone', 0],
  ghost: ['partly', 1],
  asks: ['still-running', 1],
};

describe('from the command line, a safe exit', () => {
  it.each(Object.entries(SAID))('of a client that is %s comes to %s', async (temper, expected) => {
    const home = newHome();
    await home.run('practice', 'start', '--temper', temper);
    // Whoever leaves is given all the time, and whoever stays is not waited for.
    const patience = expected[0] === 'still-running' ? '1s' : '60s';
    const receipt = await home.receipt('exit', 'practice', '--timeout', patience);
    expect([receipt.verdict, receipt.code]).toEqual(expected);
    const status = await home.run('status', 'practice', '--json');
    const presence = { gone: 'gone', partly: 'residue', 'still-running': 'in-tray', unknown: '' };
    expect(statusSchema.parse(status.json()).clients).toMatchObject([
      { presence: presence[receipt.verdict] },
    ]);
  });

  it('never ends a root, and says what to do next', async () => {
    const home = newHome();
    const started = await home.run('practice', 'start', '--temper', 'deaf', '--json');
    const { root } = started.json() as { root: { pid: number } };
    const said = await home.run('exit', 'practice', '--timeout', '300ms');
    expect(said.code).toBe(1);
    expect(said.out).toContain('clean-exit force');
    expect(() => process.kill(root.pid, 0)).not.toThrow();
    const forced = await home.receipt('exit', 'practice', '--timeout', '300ms', '--then', 'force');
    expect(forced.verdict).toBe('gone');
  });

  it('tells of a database that was closed in a hurry, and leaves its journal', async () => {
    const home = newHome();
    await home.run('practice', 'start');
    const forced = await home.receipt('force', 'practice');
    expect(forced.left.unmerged.map((file) => file.replace(/.*-/, ''))).toContain('wal');
    const purged = await home.receipt('purge', 'practice');
    expect(purged.verdict).toBe('gone');
    expect(purged.left.unmerged).toEqual(forced.left.unmerged);
  });

  it('is not blinded for others by a client whose own bus has died', async () => {
    const home = newHome();
    const started = (await home.run('practice', 'start', '--json')).json() as {
      stage: { pid: number };
      dbusDaemon: number;
      root: { pid: number };
    };
    for (const pid of [started.stage.pid, started.dbusDaemon, started.root.pid])
      process.kill(pid, 'SIGKILL');
    const status = await home.run('status', 'wechat', '--json');
    expect(status.json()).toMatchObject({ clients: [{ presence: 'gone' }] });
  });
});
