import { afterEach, describe, expect, it } from 'vitest';
import { presence } from '../../../shared/core/presence.ts';
import { recognizer } from '../../../shared/core/identify.ts';
import { known, unknown } from '../../../shared/core/known.ts';
import type { Machine } from '../../../shared/machine/machine.ts';
import { macosMachine } from '../../../shared/machine/macos/macos.ts';
import type { Run, Said } from '../../../shared/machine/run.ts';
import { tidy } from '../linux/actors.ts';
import { actors, CLIENT } from './double/actor.ts';
import { macStage, type MacStage } from './double/stage.ts';
import { newCarry } from '../../../shared/engine/carry.ts';
import { memoryIcons } from '../../engine/memory-store.ts';
import { snapshotOf } from '../../observe.ts';

tidy();

const FULL = { trayIcons: true, windows: true };

let stage: MacStage | undefined;
afterEach(async () => {
  await stage?.end();
  stage = undefined;
});

describe('a look at a Mac', () => {
  it('is three starts, two where only processes are wanted, by programs that are really started', async () => {
    const { machine, clients, double } = (stage = await macStage('polite', 'as programs'));
    const carry = newCarry(memoryIcons());
    const sighting = await snapshotOf(machine, clients, FULL, carry);
    expect(
      double
        .starts()
        .map(([name]) => name)
        .sort(),
    ).toEqual(['osascript', 'ps', 'ps']);
    const seen = recognizer(clients, 'macos', machine.places)(sighting).get('practice');
    expect(seen && presence(seen)).toBe('in-tray');
    await snapshotOf(machine, clients, { trayIcons: false, windows: false }, carry);
    expect(double.starts()).toHaveLength(5);

    const roots = seen?.processes.known ? seen.processes.value : [];
    const [process] = roots.filter(({ role }) => role === 'root');
    if (!process) throw new Error('no root');
    const asked = await machine.quit.ask({ by: 'signal', process });
    expect(asked).toEqual({ state: 'delivered', method: 'terminate' });
    expect(await machine.processes.untilGone(roots, 10_000)).toEqual([]);
  });

  const said = (more: Partial<Said>) => known({ stdout: '', stderr: '', code: 0, ...more });
  const OURSELVES = `${process.pid} 1 0 100 Ss   Fri Nov 27 04:00:00 2026     node             node\n`;
  const STRANGER =
    '    1     0     0    100 Ss   Fri Nov 27 04:00:00 2026     /sbin/launchd    /sbin/launchd\n';
  it.each<[string, Awaited<ReturnType<Run>>]>([
    ['says nothing and calls that a success', said({})],
    ['fails', said({ code: 1, stderr: 'ps: Operation not permitted' })],
    ['fails after a line about us', said({ code: 1, stdout: OURSELVES })],
    ['shows others but not ourselves', said({ stdout: STRANGER })],
    ['prints something else', said({ stdout: 'ps: illegal option -- o\n' })],
    ['does not answer in time', unknown('timeout', '/bin/ps: no answer')],
    ['is not there', unknown('unsupported', '/bin/ps: ENOENT')],
  ])('is unknown in all its parts where each program %s', async (_, answer) => {
    const at = { env: {}, home: '/nowhere', uid: 501, now: Date.now };
    const machine = macosMachine({ ...at, run: () => Promise.resolve(answer) });
    const sighting = await snapshotOf(machine, [CLIENT], FULL);
    for (const part of [sighting.processes, sighting.trayIcons, sighting.windows])
      expect(part.known).toBe(false);
    const checks = await machine.examine();
    const states = new Map(checks.map(({ id, state }) => [id, state]));
    for (const id of ['processes', 'tray', 'screen'] as const)
      expect(states.get(id)).toBe('missing');
  });

  it('knows a program by NSWorkspace where ps shows a name alone, and else by the look before', async () => {
    const here = await actors();
    const [root] = here.roots;
    let silent = false;
    // Its first argument is a name as a shell gives it, and later the kernel shows none.
    const renamed: Run = async (order) => {
      const answer = await here.double.run(order);
      if (!answer.known || order.program !== here.double.programs.ps) return answer;
      const name = silent ? '(WeChat)' : 'WeChat';
      const lines = answer.value.stdout
        .split('\n')
        .map((line) => line.replace(/\/Applications\/.*/s, name));
      return known({ ...answer.value, stdout: lines.join('\n') });
    };
    const at = { env: {}, home: here.home, uid: process.getuid?.() ?? -1, now: Date.now };
    const machine = macosMachine({ ...at, run: renamed, programs: here.double.programs });
    const carry = newCarry(memoryIcons());
    const exe = async (of: Machine, scope: typeof FULL) => {
      const { processes } = await snapshotOf(of, [CLIENT], scope, carry);
      return processes.known && processes.value.find(({ pid }) => pid === root?.pid)?.exe;
    };
    const quick = { trayIcons: false, windows: false };
    expect(await exe(machine, quick)).toMatchObject({ known: false });
    expect(await exe(machine, FULL)).toEqual(root?.exe);
    silent = true;
    expect(await exe(machine, quick)).toEqual(root?.exe);
  });

  it('tells what it may do, and where the permission for files is given', async () => {
    const { machine } = await actors();
    expect((await machine.examine()).map(({ id, state }) => `${id} ${state}`)).toEqual(
      'processes good, tray good, screen good, waiting limited, files good, trash good, state good'.split(
        ', ',
      ),
    );
  });
});
