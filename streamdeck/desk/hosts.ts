import type { HostId } from './messages.ts';

/**
 * In what programs that drive decks differ. Where a row was read: `elgato` in Elgato's documentation and its SDK
 * 2.1.2; `opendeck` in the source of OpenDeck 2.14.0 (github.com/nekename/OpenDeck, `src-tauri/src`); `old` is
 * assumed, from what users of other programs report. What a comment calls assumed was read nowhere.
 */
export interface HostKind {
  readonly name: string;
  readonly version: string;
  /** What it says of its system, whatever the system is (OpenDeck: `info_param.rs`, for plugins that run in Node). */
  readonly platform: 'mac' | 'windows';
  readonly platformVersion: string;
  readonly font: string;
  /** Languages that it hands on; any other is English there. Undefined: all. */
  readonly languages?: readonly string[];
  /** The plugin is registered under a random number, or under the name of its folder (OpenDeck: `plugins/mod.rs`). */
  readonly pluginUuid: 'random' | 'folder';
  /** Whether answers carry the `id` of their question. */
  readonly echoesIds: boolean;
  /** Whether it answers `getSettings` although nothing changed. */
  readonly answersUnchanged: boolean;
  /** A file that overrides parts of the manifest (OpenDeck: `plugins/manifest.rs`). */
  readonly override?: string;
  /** Events that it does not know in either direction. */
  readonly lacks: readonly string[];
  /** Whether payloads carry `resources`. */
  readonly hasResources: boolean;
  /** Whether payloads carry `coordinates` also in a multi action, and `state` (OpenDeck: `outbound/mod.rs`). */
  readonly tellsAllOfPlaces: boolean;
  /**
   * What `didReceiveDeepLink` carries of the address: what follows the plugin's name (Elgato's SDK:
   * `DeepLinkURL`), or all of it (OpenDeck: `main.rs`).
   */
  readonly link: 'path' | 'whole';
  /**
   * When the plugin hears that an inspector is there: once its page has registered (Elgato, assumed), or when its
   * key is selected, long after all pages of a profile were loaded (OpenDeck: `PropertyInspectorView.svelte`).
   */
  readonly inspectorAppears: 'registered' | 'selected';
  /** Whether what is said to a page that is not there yet waits for it (OpenDeck: `events/outbound/mod.rs`). */
  readonly keepsForInspector: boolean;
  /** Whether a picture in `setFeedback` has to be base64 (OpenDeck: streamdeck-strip-render, `parse_pixmap`). */
  readonly wantsBase64: boolean;
  /** Whether places disappear before their deck does (OpenDeck: `inbound/devices.rs`; of Elgato assumed not). */
  readonly clearsUnplugged: boolean;
}

/** What every program has that nobody has looked into. */
const USUAL = {
  platform: 'windows',
  platformVersion: '10.0.22631',
  font: 'sans-serif',
  link: 'path',
  inspectorAppears: 'registered',
  tellsAllOfPlaces: false,
  keepsForInspector: false,
  wantsBase64: false,
  clearsUnplugged: false,
} as const;

export const HOSTS: Readonly<Record<HostId, HostKind>> = {
  elgato: {
    ...USUAL,
    name: 'Elgato 7.1',
    version: '7.1.0.22065',
    pluginUuid: 'random',
    echoesIds: true,
    answersUnchanged: true,
    lacks: [],
    hasResources: true,
  },
  opendeck: {
    ...USUAL,
    name: 'OpenDeck 2.14',
    version: '7.1.0',
    platformVersion: '10.0.19045.4474',
    font: 'ui-sans-serif',
    languages: ['en', 'es', 'zh_CN', 'fr', 'de', 'ja', 'ko'],
    pluginUuid: 'folder',
    echoesIds: false,
    answersUnchanged: true,
    override: 'manifest.linux.json',
    lacks: ['setTriggerDescription', 'getSecrets', 'getResources'],
    hasResources: false,
    tellsAllOfPlaces: true,
    link: 'whole',
    inspectorAppears: 'selected',
    keepsForInspector: true,
    wantsBase64: true,
    clearsUnplugged: true,
  },
  old: {
    ...USUAL,
    name: 'an old host',
    version: '1.0.0',
    pluginUuid: 'random',
    echoesIds: false,
    answersUnchanged: false,
    lacks: ['setTriggerDescription', 'getSecrets', 'getResources', 'didReceiveDeepLink'],
    hasResources: false,
  },
};
