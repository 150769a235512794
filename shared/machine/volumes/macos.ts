import { readdirSync } from 'node:fs';
import { asError } from '../../core/as-error.ts';
import { known, unknown } from '../../core/known.ts';
import type { Volume, Volumes } from '../port/volumes.ts';
import type { Run } from '../run-port.ts';

const DISKUTIL = '/usr/sbin/diskutil';
const TIMEOUT_MS = 10_000;
const UUID = /<key>VolumeUUID<\/key>\s*<string>([0-9A-F-]{36})<\/string>/;

/** What Finder shows as disks; `diskutil info -plist` says what each is called (diskutil(8)). */
export const macosVolumes = (run: Run, folder = '/Volumes'): Volumes => ({
  mounted: async () => {
    try {
      const places = readdirSync(folder).map((name) => `${folder}/${name}`);
      return known((await Promise.all(places.map((place) => volumeAt(run, place)))).flat());
    } catch (error) {
      return unknown('failed', asError(error).message);
    }
  },
});

async function volumeAt(run: Run, place: string): Promise<readonly Volume[]> {
  const said = await run({
    program: DISKUTIL,
    args: ['info', '-plist', place],
    timeoutMs: TIMEOUT_MS,
  });
  const [, id] = (said.known && UUID.exec(said.value.stdout)) || [];
  return id === undefined ? [] : [{ place, id }];
}
