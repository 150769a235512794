import type { HostId } from './messages.ts';

/** In what programs that drive decks differ; each was seen in one of them. */
export interface HostKind {
  readonly name: string;
  readonly version: string;
  /** What it says of its system, whatever the system is. */
  readonly platform: 'mac' | 'windows';
  /** The plugin is registered under a random number, or under the name of its folder. */
  readonly pluginUuid: 'random' | 'folder';
  /** Whether answers carry the `id` of their question. */
  readonly echoesIds: boolean;
  /** Whether it answers `getSettings` although nothing changed. */
  readonly answersUnchanged: boolean;
  /** A file that overrides parts of the manifest. */
  readonly override?: string;
  /** Events that it does not know in either direction. */
  readonly lacks: readonly string[];
  /** Whether payloads carry `resources`. */
  readonly hasResources: boolean;
}

export const HOSTS: Readonly<Record<HostId, HostKind>> = {
  elgato: {
    name: 'Elgato 7.1',
    version: '7.1.0.22065',
    platform: 'windows',
    pluginUuid: 'random',
    echoesIds: true,
    answersUnchanged: true,
    lacks: [],
    hasResources: true,
  },
  opendeck: {
    name: 'OpenDeck',
    version: '6.0.0',
    platform: 'windows',
    pluginUuid: 'folder',
    echoesIds: false,
    answersUnchanged: false,
    override: 'manifest.linux.json',
    lacks: ['setTriggerDescription', 'getSecrets', 'getResources', 'didReceiveDeepLink'],
    hasResources: false,
  },
  old: {
    name: 'an old host',
    version: '1.0.0',
    platform: 'windows',
    pluginUuid: 'random',
    echoesIds: false,
    answersUnchanged: true,
    lacks: ['setTriggerDescription', 'getSecrets', 'getResources', 'didReceiveDeepLink'],
    hasResources: false,
  },
};
