import { useContext } from 'react';
import { components, NavigationContext } from './components.ts';
import { feedbackOf, type Stage } from './feedback.ts';
import { outsideOf, type Commands } from './outside.ts';
import { cacheOf, localStorageOf } from './storage.ts';
import { lacking } from './lacking.ts';
import { commonShortcuts, enumOf, strict } from './typings.ts';
import type { World } from './world.ts';

export type Mode = Stage['mode'];

/** What a command is launched with. */
export interface Surroundings extends Stage {
  readonly world: World;
  readonly commands: Commands;
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly environment: object;
  /** What stands in the form on the screen. */
  readonly formValues: () => object;
}

/** `@raycast/api` as a command sees it; whatever it does not know is an error. */
export function apiFor(given: Surroundings): object {
  const { world, environment, preferences, formValues } = given;
  const { createQuicklink, ...outside } = outsideOf(world, given.commands);
  const shortcut = { Common: commonShortcuts() };
  return lacking(world.without, '@raycast/api', {
    ...components({ ...outside, createQuicklink, copy: outside.Clipboard.copy, formValues }),
    ...outside,
    ...feedbackOf(world, given),
    Clipboard: strict('Clipboard', outside.Clipboard),
    ...{ Icon: enumOf('Icon'), Color: enumOf('Color'), LaunchType: enumOf('LaunchType') },
    PopToRootType: enumOf('PopToRootType'),
    Image: strict('Image', { Mask: enumOf('Mask') }),
    Keyboard: strict('Keyboard', { Shortcut: strict('Keyboard.Shortcut', shortcut) }),
    environment,
    getPreferenceValues: () => preferences,
    useNavigation: () => useContext(NavigationContext),
    Cache: strict('Cache', cacheOf(world)),
    LocalStorage: strict('LocalStorage', localStorageOf(world)),
  });
}
