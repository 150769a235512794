import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Client } from '../../../../../shared/core/client.ts';
import { leaveBus } from '../../../../../shared/machine/linux/tray.ts';
import { windowsPlaces } from '../../../../../shared/machine/windows/places.ts';
import {
  powershellMachine,
  type PowershellOptions,
} from '../../../../../shared/machine/windows/powershell/powershell.ts';
import { practiceClientFile } from '../../../../../shared/practice/description.ts';
import { homeAt } from '../../../../../shared/practice/home.ts';
import { startPractice } from '../../../../../shared/practice/start.ts';
import { stopPractice } from '../../../../../shared/practice/stop.ts';
import type { Behaviour } from '../../../../../shared/practice/behaviour.ts';
import type { Stage } from '../../../contract/stage.ts';
import { doubleOf, type Double } from './double.ts';
import type { Scenery } from './system.ts';

export const FOLDER = 'C:/Program Files/练习 Practice';

export interface WindowsStage extends Stage {
  readonly double: Double;
  readonly scenery: Scenery;
}

/** Windows in the double, with a real practice client that it shows as a Windows program. */
export async function windowsStage(
  temper: Behaviour,
  more: Partial<PowershellOptions> = {},
): Promise<WindowsStage> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-powershell-'));
  const env = { USERPROFILE: home, SystemRoot: 'C:\\Windows' };
  const { ourConfig, ourState } = windowsPlaces(env, home);
  const end = async (): Promise<void> => {
    await leaveBus();
    await stopPractice(ourState, ourConfig);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const practice = await startPractice({
      ...{ temper, lang: 'en', temp: home, env: {} },
      bundle: path.resolve('dist/practice.mjs'),
      ...{ configFolder: ourConfig, stateFolder: ourState },
    });
    const { rootScript, helperScript, bus } = homeAt(practice.home);
    const scenery: Scenery = {
      home,
      bus,
      programs: [
        { script: rootScript, exe: `${FOLDER}/Practice.exe` },
        { script: helperScript, exe: `${FOLDER}/PracticeAppEx.exe` },
      ],
    };
    const double = doubleOf(scenery);
    const uid = process.getuid?.() ?? 0;
    const bins = () => [path.join(home, '$Recycle.Bin')];
    const options = { env, home, uid, bins, now: Date.now, run: double.run, ...more };
    const machine = powershellMachine(options);
    const clients = [clientAt(practice.home)];
    const another = async () => powershellMachine(options);
    return { machine, another, double, scenery, clients, client: 'practice', end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The practice client as the catalogue would describe it for Windows. */
function clientAt(home: string): Client {
  const { name, nameZh, editions } = practiceClientFile({ home, node: process.execPath });
  const from = { source: 'practice', confidence: 'high' } as const;
  const [{ data, files, never, accounts, quietMs, tray }] = editions;
  return {
    ...{ id: 'practice', name, nameZh, origin: 'catalogue' },
    editions: [
      {
        ...{ id: 'windows', platform: 'windows', closeQuits: false, quietMs, never, accounts },
        roots: [{ exe: `${FOLDER}/Practice.exe`, name: 'common', ...from }],
        helpers: [{ exe: `${FOLDER}/PracticeAppEx.exe`, ...from }],
        tray: { ids: tray.ids, quitLabels: tray.quitLabels },
        ...{ bundleIds: [], windowClasses: [], notes: [], sources: [] },
        data: data.map((one) => ({ ...one, ...from })),
        files: files.map((one) => ({ ...one, ...from })),
      },
    ],
  };
}
