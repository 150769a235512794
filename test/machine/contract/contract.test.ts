import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { userClients } from '../../../shared/store/user-clients.ts';
import { linuxMachine } from '../../../shared/machine/linux/linux.ts';
import type { Machine } from '../../../shared/machine/machine.ts';
import { simulatedMachine } from '../../../shared/machine/simulated/simulated.ts';
import { enter } from '../../../shared/machine/simulated/behaviours.ts';
import { World } from '../../../shared/machine/simulated/world.ts';
import { startPractice } from '../../../shared/practice/start.ts';
import { stopPractice } from '../../../shared/practice/stop.ts';
import { CHAT, WORK } from '../../laws/stage.ts';
import { machineContract } from './contract.ts';
import { HELPERS } from './stage.ts';

machineContract('simulated', async (temper) => {
  const world = new World();
  enter(world, {
    temper,
    pid: 1_000,
    rootExe: '/opt/chat/chat',
    helperExe: '/opt/chat/ChatAppEx',
    helpers: HELPERS,
    iconId: 'chat',
  });
  world.files = [{ path: '/c/1', client: 'chat', tier: 'cache', bytes: 10 }];
  return {
    machine: simulatedMachine(world),
    another: async () => simulatedMachine(world),
    clients: [CHAT, WORK],
    client: 'chat',
    end: async () => undefined,
  };
});

machineContract('Linux, with the practice client', async (temper) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-contract-'));
  const env = { HOME: folder, PATH: process.env['PATH'] };
  const options = { env, home: folder, uid: process.getuid?.() ?? -1, now: Date.now };
  const machine = linuxMachine(options);
  const others: Machine[] = [];
  const another = async (): Promise<Machine> => {
    const made = linuxMachine(options);
    others.push(made);
    return made;
  };
  const { ourConfig, ourState } = machine.places;
  const end = async (): Promise<void> => {
    for (const one of [machine, ...others]) await one.leave();
    await stopPractice(ourState, ourConfig);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await startPractice({
      temper,
      bundle: path.resolve('dist/practice.mjs'),
      configFolder: ourConfig,
      stateFolder: ourState,
      temp: folder,
      env,
      lang: 'en',
    });
    const { clients } = await userClients(machine.places, new Set());
    return { machine, another, clients, client: 'practice', end };
  } catch (error) {
    await end();
    throw error;
  }
});
