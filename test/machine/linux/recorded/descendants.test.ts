import { expect, it } from 'vitest';
import type { ClientProcess, Observation } from '../../../../shared/core/model.ts';
import { known } from '../../../../shared/core/known.ts';
import { simulatedMachine } from '../../../../shared/machine/simulated/simulated.ts';
import { World } from '../../../../shared/machine/simulated/world.ts';
import { replaced } from '../../../replaced.ts';
import { descendantsOf } from '../../../../shared/machine/linux/descendants.ts';
import { startedBy, withStarted } from '../../../../shared/engine/started.ts';
import { process_, seen } from '../../../core/situations.ts';
import { clients } from '../../../../shared/clients/index.ts';
import { unknown } from '../../../../shared/core/known.ts';
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
  const machine = replaced(simulatedMachine(new World()), {
    processes: { descendants: async (all) => descendantsOf(all, proc) },
  });
  return (await startedBy(machine.processes, observation)).all.map(({ name }) => name);
};

it('what a client has started is all that lives below its roots and is no part of it', async () => {
  expect(await startedIn(seen({ processes: known([root, helper]) }))).toEqual(['sh', 'firefox']);
});

it('nothing is told where no root runs, and none where a kernel does not tell', async () => {
  expect(await startedIn(seen({ processes: known([helper]) }))).toEqual([]);
  expect(descendantsOf([process_(999)], tree().root)).toEqual([]);
});

const hiding = (pid: number, parent: number): ClientProcess =>
  process_(pid, { parent, exe: unknown('denied', 'EACCES') });

it('what hides its program below a root is left of the client, not what hides below a browser', async () => {
  const all = [hiding(110, 100), process_(111, { parent: 100 }), hiding(112, 111)];
  const machine = replaced(simulatedMachine(new World()), {
    processes: {
      descendants: async () => all,
      untilGone: async (asked: readonly ClientProcess[]) =>
        asked.filter(({ pid }) => pid !== root.pid),
    },
  });
  const before = seen({ processes: known([root]) });
  const member = process_(113, { role: 'helper', sandbox: 'org.telegram.desktop' });
  const started = await startedBy(machine.processes, {
    ...before,
    processes: known([root, member]),
  });
  const telegram = clients.find(({ id }) => id === 'telegram');
  if (!telegram) throw new Error('no Telegram');
  const after = await withStarted(machine, telegram, seen({ processes: known([]) }), started);
  expect(after.processes).toMatchObject({ value: [{ pid: 110, onlyNamed: true }, { pid: 113 }] });
  expect(after.started?.map(({ pid }) => pid)).toEqual([111, 112]);
});
