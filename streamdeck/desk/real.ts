import { readSettings } from '../src/settings.ts';

/**
 * The real client that a key with these settings acts on: its id, or `any` for all that are running. Undefined for
 * the practice client, and for settings that are not understood, with which a key acts on nobody.
 */
export function realClient(settings: unknown): string | undefined {
  const { settings: read, faults } = readSettings(settings);
  return faults.includes('client') || faults.includes('settings') || read.client === 'practice'
    ? undefined
    : read.client;
}
