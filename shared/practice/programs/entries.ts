import { Variant } from '@jellybrick/dbus-next';
import { openLabel, quitLabel, type Language } from '../labels.ts';

/** One entry of the menu; what is not said has dbusmenu's default. */
export interface Entry {
  readonly id: number;
  readonly properties: Readonly<Record<string, string | boolean>>;
}

/** Not 1, which scripts on the web hard-code for WeChat: an entry is found by its label. */
export const QUIT_ID = 5;

/** The menu, with two entries that only look like the one that quits. */
export const entries = (language: Language): readonly Entry[] => [
  { id: 1, properties: { label: openLabel(language) } },
  { id: 2, properties: { type: 'separator' } },
  { id: 3, properties: { label: 'Quit (disabled decoy)', enabled: false } },
  { id: 4, properties: { label: 'Exit full screen' } },
  { id: QUIT_ID, properties: { label: quitLabel(language) } },
];

export type Properties = Readonly<Record<string, Variant>>;
/** `(ia{sv}av)`: id, properties, children. */
export type Node = readonly [number, Properties, readonly Variant[]];

/** The properties with these names; no names means all of them. */
export const propertiesOf = (entry: Entry, names: readonly string[]): Properties =>
  Object.fromEntries(
    Object.entries(entry.properties)
      .filter(([name]) => names.length === 0 || names.includes(name))
      .map(([name, value]) => [name, new Variant(typeof value === 'string' ? 's' : 'b', value)]),
  );

export const nodeOf = (entry: Entry, names: readonly string[]): Node => [
  entry.id,
  propertiesOf(entry, names),
  [],
];
