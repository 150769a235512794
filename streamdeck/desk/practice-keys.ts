import { LEAVING, type Laid } from '../leaving.ts';
import type { DeviceId } from './messages.ts';

/**
 * What lies on the virtual deck at first: of the bundled profile the keys for whichever is running, for the
 * practice client instead. Whoever only tries it must not make a real client leave.
 */
export const practiceKeys = (device: DeviceId): readonly Laid[] =>
  LEAVING[device]
    .filter(({ settings }) => settings['client'] === 'any')
    .map((laid) => ({ ...laid, settings: { client: 'practice' } }));
