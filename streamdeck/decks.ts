import type { DeviceId } from './desk/messages.ts';

/** A deck that a profile is bundled for; the virtual deck has some of them. */
export type DeckId = Exclude<DeviceId, 'pedal'> | 'plus-xl' | 'galleon';

/** What a profile has to know of a deck. */
export interface Deck {
  /** `DeviceType` of Elgato's manifest. */
  readonly type: number;
  /** The model's number; the program writes that of the deck on which the profile is installed. */
  readonly model: string;
  readonly columns: number;
  readonly rows: number;
  readonly dials: number;
  /** The file of its profile, without its extension, as the manifest names it. */
  readonly file: string;
}

/**
 * Types: the manifest's schema (`@elgato/schemas` 0.4.16). Keys and dials of Neo, + XL and Galleon: the same and the
 * SDK's `DeviceType`. Models: profiles that others bundle or export; that of the Galleon was seen in one alone.
 */
export const DECKS: Readonly<Record<DeckId, Deck>> = {
  mk2: { type: 0, model: '20GBA9901', columns: 5, rows: 3, dials: 0, file: 'leaving-15' },
  mini: { type: 1, model: '20GAI9901', columns: 3, rows: 2, dials: 0, file: 'leaving-mini' },
  xl: { type: 2, model: '20GAT9902', columns: 8, rows: 4, dials: 0, file: 'leaving-xl' },
  plus: { type: 7, model: '20GBD9901', columns: 4, rows: 2, dials: 4, file: 'leaving-plus' },
  neo: { type: 9, model: '20GBJ9901', columns: 4, rows: 2, dials: 0, file: 'leaving-neo' },
  galleon: { type: 12, model: 'GRETSCH', columns: 3, rows: 4, dials: 2, file: 'leaving-galleon' },
  'plus-xl': {
    type: 13,
    model: '20GBX9901',
    columns: 9,
    rows: 4,
    dials: 6,
    file: 'leaving-plus-xl',
  },
};
