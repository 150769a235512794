import type { Client } from '../../../../shared/core/client.ts';
import type { ClientProcess } from '../../../../shared/core/model.ts';
import { macosMachine, type MacosOptions } from '../../../../shared/machine/macos/macos.ts';
import type { Machine } from '../../../../shared/machine/machine.ts';
import { folder, start, type Started } from '../../linux/actors.ts';
import { doubleIn, type Double, type Scenario } from './double.ts';
import { snapshotOf } from '../../../observe.ts';

export const WECHAT = '/Applications/微信.app/Contents/MacOS/WeChat';
export const WECHAT_ID = 'com.tencent.xinWeChat';
/** What a client file may say, and what is no bundle id. */
export const NO_ID = '-e do shell script "true"';

/** WeChat as far as asking goes. */
export const CLIENT: Client = {
  ...{ id: 'wechat', name: 'WeChat', nameZh: '微信', origin: 'catalogue' },
  editions: [
    {
      ...{ id: 'macos', platform: 'macos', closeQuits: false, bundleIds: [WECHAT_ID, NO_ID] },
      roots: [{ exe: WECHAT, source: 'test', confidence: 'high', name: 'common' }],
      ...{ helpers: [], data: [], files: [], never: [], notes: [], sources: [] },
      ...{ tray: { ids: [], quitLabels: [] }, windowClasses: [] },
    },
  ],
};

export interface Actors {
  readonly machine: Machine;
  readonly double: Double;
  /** The applications, oldest first, as the machine sees them. */
  readonly roots: readonly ClientProcess[];
  readonly home: string;
}

/** Real sleepers that the double shows as applications; they leave at SIGTERM. */
export async function actors(
  scenario: Partial<Scenario> = {},
  how: Partial<MacosOptions> & { readonly count?: number; readonly bundleId?: string } = {},
): Promise<Actors> {
  const { count = 1, bundleId = WECHAT_ID, ...options } = how;
  const home = folder();
  // A number of seconds that nobody else sleeps is the mark by which they are known.
  const seconds = `${600_000 + Math.trunc(performance.now())}.${process.pid}`;
  const sleepers: Started[] = [];
  for (let n = 0; n < count; n++) sleepers.push(await start('/bin/sleep', [seconds]));
  const programs = [{ script: seconds, executable: WECHAT, bundleId, name: '微信' }];
  const double = doubleIn(`${home}/double`, { home, programs, ...scenario });
  const machine = macosMachine({
    ...{ env: { HOME: home }, home, uid: process.getuid?.() ?? -1, now: Date.now },
    ...{ programs: double.programs, run: double.run },
    ...options,
  });
  const { processes } = await snapshotOf(machine, [CLIENT], { trayIcons: true, windows: true });
  if (!processes.known) throw new Error(JSON.stringify(processes.why));
  const roots = processes.value
    .filter(({ pid }) => sleepers.some((one) => one.pid === pid))
    .map((one): ClientProcess => ({ ...one, role: 'root' }));
  return { machine, double, roots, home };
}
