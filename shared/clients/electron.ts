import type { Fact, FileRule, ProcessPattern, SettingsPlace } from '../core/client.ts';
import { below, files, programs, settings } from './facts.ts';

const LOCK: Fact = {
  confidence: 'high',
  source: 'endlessm/chromium-browser#48; omacom/omarchy#8436; Almamu/linux-wallpaperengine#247',
};

/** Caches of Chromium: made again by themselves, at no cost but time. */
const CACHES = [
  'Cache/**',
  'Code Cache/**',
  'GPUCache/**',
  'DawnCache/**',
  'DawnGraphiteCache/**',
  'DawnWebGPUCache/**',
  'blob_storage/**',
  'logs/**',
  'Service Worker/CacheStorage/**',
];

/** Where Chromium keeps sign-ins and what pages wrote down; no cleaner that we trust touches them. */
const NEVER = [
  'Local Storage/**',
  'IndexedDB/**',
  'Session Storage/**',
  'Cookies*',
  'Network/**',
  'Login Data*',
  'databases/**',
  'Preferences',
  'Local State',
  'Service Worker/ScriptCache/**',
  'Service Worker/Database/**',
];

/** The files of an Electron client that may go: `from` says who agrees. */
export const electronFiles = (from: Fact, ...roots: readonly string[]): readonly FileRule[] => [
  ...files('cache', from, ...below(roots, ...CACHES)),
  ...files('leftover', from, ...below(roots, 'Crashpad/reports/**')),
];

/**
 * On Linux the lock of a profile is a link to "<computer>-<pid>", and a client that was ended by force
 * leaves it: after a change of the computer's name it does not start any more.
 */
export const electronLock = (...roots: readonly string[]): readonly FileRule[] =>
  below(roots, 'SingletonLock').map((glob) => ({
    glob,
    tier: 'leftover',
    is: { link: '{host}-[0-9]*' },
    ...LOCK,
  }));

/** The files of an Electron client that never go. */
export const electronNever = (...roots: readonly string[]): readonly string[] =>
  below(roots, ...NEVER);

/**
 * What an Electron client keeps for itself: windows, options, sign-ins. What pages wrote into databases (IndexedDB) may
 * hold a draft, and counts as records.
 */
const SETTINGS = [
  ...['Preferences', 'Local State', 'Cookies*', 'Network', 'Login Data*'],
  ...['Local Storage', 'Session Storage'],
];

const BROWSER: Fact = {
  confidence: 'medium',
  source: 'Chromium docs/user_data_dir.md; the Electron rule of BleachBit, Sweeply and Mole',
};

/** The settings of Electron clients in these folders, for a reset. */
export const electronSettings = (...roots: readonly string[]): readonly SettingsPlace[] =>
  settings(BROWSER, ...below(roots, ...SETTINGS));

/** The three caches that every embedded Chromium has, below a profile folder. */
export const chromiumCaches = (...profiles: readonly string[]): readonly string[] =>
  below(profiles, 'Cache/**', 'Code Cache/**', 'GPUCache/**');

/** `Slack Helper (Renderer)` and its like, which every Electron client has on macOS. */
export const electronHelpers = (
  from: Fact,
  bundles: readonly string[],
  name: string,
): readonly ProcessPattern[] => programs(from, ...below(bundles, `Contents/**/${name} Helper*`));
