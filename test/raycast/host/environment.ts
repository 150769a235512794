import path from 'node:path';
import { strict } from './typings.ts';
import type { World } from './world.ts';

/** What an environment tells of. */
export interface Place {
  readonly folder: string;
  readonly extension: string;
  readonly owner: string;
  readonly command: string;
  readonly mode: string;
  readonly launchType: string;
}

/** `environment`, as the typings have it. */
export const environmentOf = (world: World, { folder, ...place }: Place): object =>
  strict('environment', {
    raycastVersion: '1.104.0',
    extensionName: place.extension,
    ownerOrAuthorName: place.owner,
    commandName: place.command,
    commandMode: place.mode,
    launchType: place.launchType,
    assetsPath: path.join(folder, 'assets'),
    get supportPath(): string {
      if (world.supportPath === undefined) throw new Error('the test gave no supportPath');
      return world.supportPath;
    },
    isDevelopment: false,
    appearance: 'dark',
    textSize: 'medium',
    canAccess: () => false,
  });
