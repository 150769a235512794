import type { DeviceId } from './messages.ts';

/** A deck as its host describes it (`DeviceType` of Elgato's SDK). */
export interface Device {
  readonly name: string;
  readonly type: number;
  /** The model's number, as profiles name it. */
  readonly model: string;
  readonly columns: number;
  readonly rows: number;
  readonly dials: number;
}

export const DEVICES: Readonly<Record<DeviceId, Device>> = {
  mk2: { name: 'Stream Deck', type: 0, model: '20GBA9901', columns: 5, rows: 3, dials: 0 },
  xl: { name: 'Stream Deck XL', type: 2, model: '20GAT9902', columns: 8, rows: 4, dials: 0 },
  plus: { name: 'Stream Deck +', type: 7, model: '20GBD9901', columns: 4, rows: 2, dials: 4 },
  neo: { name: 'Stream Deck Neo', type: 9, model: '20GBJ9901', columns: 4, rows: 2, dials: 0 },
  // Three pedals without a display; the big one is in the middle.
  pedal: { name: 'Stream Deck Pedal', type: 5, model: '20GBF9901', columns: 3, rows: 1, dials: 0 },
  mini: { name: 'Stream Deck Mini', type: 1, model: '20GAI9901', columns: 3, rows: 2, dials: 0 },
};
