import type { Platform } from '@shared/core/model.ts';

/** What people call the place that keeps removed files until it is emptied. */
export const binOf = (platform: Platform): 'Trash' | 'Recycle Bin' =>
  platform === 'windows' ? 'Recycle Bin' : 'Trash';

/** A sentence for all systems, with the name that this one has for its trash. */
export const withBin = (text: string, platform: Platform): string =>
  text.replaceAll(/\btrash\b/gi, binOf(platform));
