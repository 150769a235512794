import { expect, it } from 'vitest';
import { known, unknown } from '../../../shared/core/known.ts';
import { holderBelow } from '../../../shared/machine/macos/open-files.ts';
import { PROGRAMS } from '../../../shared/machine/macos/programs.ts';
import type { Run } from '../../../shared/machine/run.ts';
import { answerOf } from './double/told.mjs';
import type { World } from './double/world.ts';

const OPEN = { pid: 4711, file: '/Users/a/chat/db' };

it.each<[string, World['lsof'], readonly string[], object]>([
  ['names every file', undefined, ['-nPwb'], { known: true, value: OPEN }],
  ['stands on a disk but for -b', 'stands', ['-nPwb'], { known: true, value: OPEN }],
  ['has no names with -b', 'nameless', ['-nPwb', '-nPw'], { known: true, value: OPEN }],
  ['hangs', 'hangs', ['-nPwb'], { known: false, why: { code: 'timeout' } }],
])('a lsof that %s is believed of what it named in this very process', async (_, lsof, ...want) => {
  const flags: string[] = [];
  const run: Run = async (order) => {
    flags.push(order.args[0] ?? '');
    const world = { processes: [], open: [OPEN], ...(lsof ? { lsof } : {}) };
    const said = answerOf(world, order, 0);
    if (!said || said.hangs) return unknown('timeout');
    return known({ stdout: said.stdout ?? '', stderr: '', code: said.code ?? 0 });
  };
  const starter = { run, programs: PROGRAMS, home: '/Users/a' };
  const answer = await holderBelow(starter, 0, ['/Users/a/chat']);
  expect(flags).toEqual(want[0]);
  expect(answer).toMatchObject(want[1]);
});
