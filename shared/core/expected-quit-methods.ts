import { editionsOn, type Client } from './client.ts';
import type { Check, Platform, QuitMethod } from './model.ts';
import { PLATFORMS } from './platforms.ts';

/** Whether menus of the tray can be pressed here: never on macOS, on Linux where a panel keeps icons. */
export function canPressMenus(platform: Platform, checks: readonly Check[]): boolean {
  const { menus } = PLATFORMS[platform];
  const state = checks.find(({ id }) => id === 'tray')?.state ?? 'missing';
  return menus === 'of-seen-icons' ? state === 'good' : menus !== 'never' && state !== 'missing';
}

/**
 * The quit methods that a safe exit would try with a client that does not run, best first, as its editions say;
 * none where it has no edition on this system. For one that runs, `quitMethodsFor` says it.
 */
export function expectedQuitMethods(
  client: Client,
  platform: Platform,
  pressesMenus: boolean,
): readonly QuitMethod['by'][] {
  const editions = editionsOn(client, platform);
  if (editions.length === 0) return [];
  const hasMenu = editions.some(({ tray }) => tray.ids.length > 0 && tray.quitLabels.length > 0);
  return [
    ...(pressesMenus && hasMenu ? (['tray-menu'] as const) : []),
    ...(editions.some(({ closeQuits }) => closeQuits) ? (['window'] as const) : []),
    'signal',
  ];
}
