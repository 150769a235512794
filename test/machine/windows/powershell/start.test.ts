import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../../shared/core/policy.ts';
import { quitMethodsFor } from '../../../../shared/core/quit-methods.ts';
import { recognizer } from '../../../../shared/core/identify.ts';
import { run, type Run } from '../../../../shared/machine/run.ts';
import { folder, tidy } from '../../linux/actors.ts';
import { PROGRAM } from './double/double.ts';
import { windowsStage, type WindowsStage } from './double/stage.ts';
import { snapshotOf } from '../../../observe.ts';

tidy();
let stage: WindowsStage | undefined;
afterEach(async () => stage?.end());

it('speaks with a program that is really started, once for each request', async () => {
  const outfile = path.join(folder(), 'powershell.cjs');
  await build({
    entryPoints: ['test/machine/windows/powershell/double/program.ts'],
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile, external: ['koffi', 'x11'] },
  });
  const starts: string[] = [];
  const started: Run = (order) => {
    starts.push(order.program);
    const args = [outfile, JSON.stringify(stage?.scenery), ...order.args];
    return run({ ...order, program: process.execPath, args });
  };
  stage = await windowsStage('polite', { run: started });
  const { machine, clients } = stage;
  const recognize = recognizer(clients, 'windows', machine.places);
  const look = async () => {
    const sighting = await snapshotOf(machine, clients, { trayIcons: true, windows: true });
    return recognize(sighting).get('practice');
  };
  const seen = await look();
  expect(seen).toMatchObject({ trayIcons: { known: true, value: [{ id: 'practice' }] } });
  const all = seen?.processes.known ? seen.processes.value : [];
  const [root] = all.filter(({ role }) => role === 'root');
  const [client] = clients;
  if (!seen || !root || !client) throw new Error('no root');
  const [method] = quitMethodsFor(root, {
    ...{ client, platform: 'windows', seen, policy: DEFAULT_POLICY },
    request: { kind: 'exit', client: 'practice' },
  });
  if (method?.by !== 'tray-menu') throw new Error('no menu');
  expect(await machine.quit.ask(method)).toEqual({ state: 'delivered', label: 'Quit Practice' });
  expect(await machine.processes.untilGone(all, 10_000)).toEqual([]);
  expect(await look()).toMatchObject({
    processes: { known: true, value: [] },
    trayIcons: { known: true, value: [] },
  });
  expect(starts).toEqual([PROGRAM, PROGRAM, PROGRAM]);
});
