import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifest.ts';
import type { PaletteAction } from './messages.ts';

/** What the actions are called in one language, by UUID. */
export type Names = Readonly<
  Record<string, { readonly Name?: string; readonly Tooltip?: string } | undefined>
>;

/** The names beside a manifest; none for a language that the plugin does not speak. */
export function namesIn(plugin: string, language: string): Names {
  try {
    return JSON.parse(readFileSync(path.join(plugin, `${language}.json`), 'utf8')) as Names;
  } catch {
    return {};
  }
}

/** The actions that a person may put on a deck. */
export const paletteOf = (actions: Manifest['Actions'], names: Names): readonly PaletteAction[] =>
  actions
    .filter((one) => one.VisibleInActionsList ?? true)
    .map(({ UUID, Name, Tooltip, Icon, Controllers }) => ({
      uuid: UUID,
      name: names[UUID]?.Name ?? Name,
      tooltip: names[UUID]?.Tooltip ?? Tooltip,
      icon: `plugin/${Icon}.svg`,
      controllers: Controllers,
    }));
