import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { policyFor } from '../../shared/cli/commands/policy/found.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { CHAT, WORK } from '../laws/stage.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-policy-found-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('shows for a client that the person described what is in force for it: what is forbidden of any other', async () => {
  const asManaged = path.join(folder, 'policy.json');
  const says = { schema: 'clean-exit/policy/2', clients: { chat: { force: 'never' } } };
  writeFileSync(asManaged, JSON.stringify(says));
  const machine = simulatedMachine(new World());
  const clients = [CHAT, WORK, { ...WORK, id: 'mine', origin: { file: 'mine.json' } }];
  const forceOf = async (client: string) =>
    (await policyFor({ machine, clients }, { client, asManaged })).policy.force;
  expect(await forceOf('chat')).toBe('never');
  expect(await forceOf('work')).toBe('allow');
  expect(await forceOf('mine')).toBe('never');
});
