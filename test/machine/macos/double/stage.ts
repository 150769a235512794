import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Client } from '../../../../shared/core/client.ts';
import type { Machine } from '../../../../shared/machine/machine.ts';
import { macosMachine, type MacosOptions } from '../../../../shared/machine/macos/macos.ts';
import { macosPlaces } from '../../../../shared/machine/macos/places.ts';
import { practiceClientFile } from '../../../../shared/practice/description.ts';
import { homeAt } from '../../../../shared/practice/home.ts';
import { startPractice } from '../../../../shared/practice/start.ts';
import { stopPractice } from '../../../../shared/practice/stop.ts';
import type { Behaviour } from '../../../../shared/practice/behaviour.ts';
import type { Stage } from '../../contract/stage.ts';
import { doubleIn, type Double } from './double.ts';

export const ROOT = '/Applications/练习 Practice.app/Contents/MacOS/练习';
export const HELPER = `/Applications/练习 Practice.app/Contents/Frameworks/Practice Helper.app/Contents/MacOS/Practice Helper`;
export const BUNDLE_ID = 'org.clean-exit.practice';

export interface MacStage extends Stage {
  readonly double: Double;
}

const CANNOT = {
  trayMenu: 'pressing the menu of another program needs Accessibility',
  ghost: 'an icon of the menu bar goes with its process',
};

/** A Mac in the double, with a real practice client that it shows as an application. */
export async function macStage(
  temper: Behaviour,
  starts: 'in this process' | 'as programs' = 'in this process',
  more: Partial<MacosOptions> = {},
): Promise<MacStage> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-mac-'));
  const env = { HOME: home, PATH: process.env['PATH'] };
  const { ourConfig, ourState } = macosPlaces(env, home);
  const end = async (): Promise<void> => {
    await stopPractice(ourState, ourConfig);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const practice = await startPractice({
      ...{ temper, env, lang: 'en', temp: home },
      bundle: path.resolve('dist/practice.mjs'),
      configFolder: ourConfig,
      stateFolder: ourState,
    });
    const { rootScript, helperScript } = homeAt(practice.home);
    const double = doubleIn(path.join(home, 'double'), {
      home,
      programs: [
        { script: rootScript, executable: ROOT, bundleId: BUNDLE_ID, name: 'practice' },
        { script: helperScript, executable: HELPER },
      ],
    });
    const uid = process.getuid?.() ?? -1;
    const made = (): Machine =>
      macosMachine({
        ...{ env, home, uid, now: Date.now, programs: double.programs },
        worker: path.resolve('dist/worker.cjs'),
        ...(starts === 'as programs' ? {} : { run: double.run }),
        ...more,
      });
    const machine = made();
    const another = async (): Promise<Machine> => made();
    const clients = [clientAt(practice.home)];
    return { machine, another, double, clients, client: 'practice', cannot: CANNOT, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The practice client as the catalogue would describe it for macOS. */
function clientAt(home: string): Client {
  const { name, nameZh, editions } = practiceClientFile({ home, node: process.execPath });
  const from = { source: 'practice', confidence: 'high' } as const;
  const [{ data, files, never, accounts, quietMs }] = editions;
  return {
    ...{ id: 'practice', name, nameZh, origin: 'catalogue' },
    editions: [
      {
        ...{ id: 'macos', platform: 'macos', closeQuits: false, quietMs, never, accounts },
        roots: [{ exe: ROOT, ...from, name: 'common' }],
        helpers: [{ exe: HELPER, ...from }],
        tray: { ids: [], quitLabels: [] },
        ...{ bundleIds: [BUNDLE_ID], windowClasses: [], notes: [], sources: [] },
        data: data.map((one) => ({ ...one, ...from })),
        files: files.map((one) => ({ ...one, ...from })),
      },
    ],
  };
}
