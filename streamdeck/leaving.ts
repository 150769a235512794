import { MOST_USED } from '../shared/clients/most-used.ts';
import type { DeckId } from './decks.ts';
import type { DeviceId } from './desk/messages.ts';

/** One action of a profile, with the settings it begins with. */
export interface Laid {
  /** `key:COLUMN,ROW` or `dial:COLUMN`. */
  readonly slot: string;
  /** Without the plugin's own name. */
  readonly action: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const key = (column: number, row: number, action: string, client = 'any'): Laid => ({
  slot: `key:${column},${row}`,
  action,
  settings: { client },
});

const dial = (column: number, client: string): Laid => ({
  slot: `dial:${column}`,
  action: 'dial',
  settings: { client },
});

/** All keys of one client in a row. */
const row = (at: number, actions: readonly string[], client: string): readonly Laid[] =>
  actions.map((action, column) => key(column, at, action, client));

const [FIRST, SECOND, THIRD, ...OTHERS] = MOST_USED;
const THREE = ['safe-exit', 'status', 'force-exit'] as const;
const FOUR = ['safe-exit', 'status', 'purge-cache', 'force-exit'] as const;
const FIVE = ['safe-exit', 'status', 'hide', 'purge-cache', 'force-exit'] as const;

/**
 * The profile "Leaving the desk": above, all clients at once; below, a row for each of those that most
 * people have. One value, from which the bundled profiles and the virtual deck are made.
 */
export const LEAVING: Readonly<Record<DeckId | DeviceId, readonly Laid[]>> = {
  mk2: [...row(0, FIVE, 'any'), ...row(1, FIVE, FIRST), ...row(2, FIVE, SECOND)],
  xl: [
    ...row(0, FIVE, 'any'),
    ...row(1, FIVE, FIRST),
    ...row(2, FIVE, SECOND),
    ...row(3, FIVE, THIRD),
    ...OTHERS.flatMap((client, at) => [
      key(5, at, 'safe-exit', client),
      key(6, at, 'status', client),
      key(7, at, 'purge-cache', client),
    ]),
  ],
  plus: [
    ...row(0, FOUR, 'any'),
    ...row(1, FOUR, FIRST),
    ...['any', FIRST, SECOND, THIRD].map((client, column) => dial(column, client)),
  ],
  neo: [...row(0, FOUR, 'any'), ...row(1, FOUR, FIRST)],
  // Not bundled: who has a pedal has it for something else. The middle one is found without looking.
  pedal: row(0, ['hide', 'safe-exit', 'force-exit'], 'any'),
  'plus-xl': [
    ...row(0, FIVE, 'any'),
    ...row(1, FIVE, FIRST),
    ...row(2, FIVE, SECOND),
    ...row(3, FIVE, THIRD),
    ...OTHERS.flatMap((client, at) => [
      key(5, at, 'safe-exit', client),
      key(6, at, 'status', client),
      key(7, at, 'purge-cache', client),
      key(8, at, 'force-exit', client),
    ]),
    ...['any', FIRST, SECOND, THIRD, ...OTHERS.slice(0, 2)].map((client, column) =>
      dial(column, client),
    ),
  ],
  // Its second dial is left as it is: it was not seen in a profile.
  galleon: [
    ...row(0, THREE, 'any'),
    ...row(1, THREE, FIRST),
    ...row(2, ['purge-cache', 'hide', 'safe-exit'], FIRST),
    ...row(3, THREE, SECOND),
    dial(0, 'any'),
  ],
  mini: [...row(0, THREE, 'any'), ...row(1, ['safe-exit', 'purge-cache', 'hide'], FIRST)],
};
