import type { Platform } from '../../core/model.ts';
import type { Environment } from '../linux/places.ts';
import type { Volumes } from '../port/volumes.ts';
import { runByExeca } from '../run-execa.ts';
import { linuxVolumes } from './linux.ts';
import { macosVolumes } from './macos.ts';
import { windowsVolumes } from './windows.ts';

/** The volumes of this computer. */
export function volumesOf(platform: Platform, env: Environment): Volumes {
  switch (platform) {
    case 'linux':
      return linuxVolumes();
    case 'macos':
      return macosVolumes(runByExeca);
    case 'windows':
      return windowsVolumes(runByExeca, env['SystemRoot']);
  }
}
