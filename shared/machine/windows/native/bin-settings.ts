import { known } from '../../../core/known.ts';
import { binPlaces, volumeIn, type BinSettings } from '../bin-settings.ts';
import type { Api } from './api.ts';
import { readNumber } from './registry.ts';
import { textIn } from './text.ts';

/** What Windows keeps about the bin of this drive, `C:\`. */
export function binSettings(api: Api, drive: string): BinSettings {
  const { policies, off, most } = binPlaces(volumeOf(api, drive));
  return {
    policies: policies.map((place) => readNumber(api, ...place)),
    off: off ? readNumber(api, ...off) : known(undefined),
    most: most ? readNumber(api, ...most) : known(undefined),
  };
}

function volumeOf({ kernel32 }: Api, drive: string): string | undefined {
  const text = Buffer.alloc(2 * 64);
  if (!kernel32.GetVolumeNameForVolumeMountPointW(drive, text, 64)) return undefined;
  return volumeIn(textIn(text));
}
