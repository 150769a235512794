import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, expect, it } from 'vitest';
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
  const [icon] = seen?.trayIcons.known ? seen.trayIcons.value : [];
  const all = seen?.processes.known ? seen.processes.value : [];
  if (!icon) throw new Error('no icon');
  const labels = ['退出练习客户端', 'Quit Practice'];
  expect(await machine.quit.ask({ by: 'tray-menu', icon, labels })).toEqual({
    ...{ state: 'delivered', detail: 'Quit Practice' },
  });
  expect(await machine.processes.untilGone(all, 10_000)).toEqual([]);
  expect(await look()).toMatchObject({
    processes: { known: true, value: [] },
    trayIcons: { known: true, value: [] },
  });
  expect(starts).toEqual([PROGRAM, PROGRAM, PROGRAM]);
});
