import { NATURES } from '../behaviour.ts';
import type { Orders } from './orders.ts';
import { callMyself, live } from './ready.ts';

/**
 * A helper, `PracticeAppEx`. Its stdin comes from its root and never says anything: its end is the event
 * that the root has left, however it left.
 */
export function helper({ temper, first }: Orders): void {
  const { helper: common, firstHelper } = NATURES[temper];
  const nature = (first ? firstHelper : undefined) ?? common;
  const leaveAfter = (ms: number | 'stays'): void => {
    if (ms !== 'stays') setTimeout(() => process.exit(0), ms);
  };
  process.on('SIGTERM', () => leaveAfter(nature.whenAsked));
  callMyself('PracticeAppEx');
  live();
  process.stdin.once('close', () => leaveAfter(nature.afterRoot));
  process.stdin.on('error', () => {}); // A reset is followed by `close` as well.
  process.stdin.resume();
  process.stdout.write('ready\n');
}
