import { LEAVING, type Laid } from '../leaving.ts';
import type { DeviceId } from './messages.ts';

const PRACTICE = { client: 'practice' };

/**
 * What lies on the virtual deck at first: of the bundled profile the row for whichever is running, for the
 * practice client instead. Whoever only tries it must not make a real client leave.
 */
export function practiceKeys(device: DeviceId): readonly Laid[] {
  const first = LEAVING[device].filter(({ settings }) => settings['client'] === 'any');
  const exitThenPurge: Laid = {
    slot: 'key:0,1',
    action: 'safe-exit',
    settings: { ...PRACTICE, then: 'purge' },
  };
  return [...first.map((laid) => ({ ...laid, settings: PRACTICE })), exitThenPurge];
}
