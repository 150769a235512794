import { expect, it } from 'vitest';
import type { ClientProcess, Observation } from '../../../../shared/core/model.ts';
import { known } from '../../../../shared/core/known.ts';
import type { Machine } from '../../../../shared/machine/machine.ts';
import { descendantsOf } from '../../../../shared/machine/linux/descendants.ts';
import { startedBy } from '../../../../shared/exit/started.ts';
import { process_, seen } from '../../../core/situations.ts';
import { ProcTree } from './proc-tree.ts';

const root = process_(100);
const helper: ClientProcess = process_(101, { parent: 100, role: 'helper' });

const tree = () =>
  new ProcTree(
    { pid: 100, name: 'chat', children: [101, 102, 105] },
    { pid: 101, name: 'helper', parent: 100 },
    { pid: 102, name: 'sh', parent: 100, children: [103] },
    { pid: 103, name: 'firefox', parent: 102 },
    { pid: 104, name: 'editor' },
    { pid: 105, name: 'left', parent: 100, state: 'Z', exe: null },
  );

const startedIn = async (observation: Observation): Promise<readonly string[]> => {
  const { root: proc } = tree();
  const machine = {
    descendants: async (all) => descendantsOf(all, proc),
  } satisfies Partial<Machine> as Machine;
  return (await startedBy(machine, observation)).all.map(({ name }) => name);
};

it('what a client has started is all that lives below its roots and is no part of it', async () => {
  expect(await startedIn(seen({ processes: known([root, helper]) }))).toEqual(['sh', 'firefox']);
});

it('nothing is told where no root runs, and none where a kernel does not tell', async () => {
  expect(await startedIn(seen({ processes: known([helper]) }))).toEqual([]);
  expect(descendantsOf([process_(999)], tree().root)).toEqual([]);
});
