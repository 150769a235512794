import type { Client, Settled } from '../client.ts';
import type { ClientId } from '../model.ts';

/** What one file settles: programs that are a client, by its id, and programs that are none. */
export interface SettledPlaces {
  readonly is: Readonly<Record<ClientId, readonly string[]>>;
  readonly isNot: readonly string[];
}

export const NOTHING_SETTLED: SettledPlaces = { is: {}, isNot: [] };

/** A file may name anything: what every object has (`constructor`) is nothing that was settled. */
const settledAs = ({ is }: SettledPlaces, id: ClientId): readonly string[] =>
  Object.hasOwn(is, id) ? (is[id] ?? []) : [];

/** What both files come to: the managed one wins about every place that it names. */
export function mergedPlaces(managed: SettledPlaces, own: SettledPlaces): SettledPlaces {
  const decided = new Set([...Object.values(managed.is).flat(), ...managed.isNot]);
  const open = (places: readonly string[]): readonly string[] =>
    places.filter((place) => !decided.has(place));
  const ids = new Set([...Object.keys(managed.is), ...Object.keys(own.is)]);
  return {
    is: Object.fromEntries(
      [...ids].map((id) => [id, [...settledAs(managed, id), ...open(settledAs(own, id))]]),
    ),
    isNot: [...managed.isNot, ...open(own.isNot)],
  };
}

/** How what was settled is taken: by a policy, and where a file of it cannot be read. */
export type Taken = Pick<Settled, 'isStrict' | 'unread'>;

/** The clients with what was settled about them; the same list where nothing was. */
export function withSettled(
  clients: readonly Client[],
  settled: SettledPlaces,
  taken: Taken = {},
): readonly Client[] {
  const { is, isNot } = settled;
  const isEmpty = isNot.length === 0 && Object.values(is).every((places) => places.length === 0);
  if (isEmpty && Object.keys(taken).length === 0) return clients;
  return clients.map((client) => ({
    ...client,
    settled: { is: settledAs(settled, client.id), isNot, ...taken },
  }));
}

/** With one more place of a client; it is no other client's, and no denied one, any more. */
export const confirmed = (before: SettledPlaces, id: ClientId, place: string): SettledPlaces => {
  const rest = forgotten(before, place);
  return { is: { ...rest.is, [id]: [...settledAs(rest, id), place] }, isNot: rest.isNot };
};

/** With one more place that is no client's. A confirmed place has to be forgotten first. */
export const denied = (before: SettledPlaces, place: string): SettledPlaces =>
  isSettled(before, place) ? before : { ...before, isNot: [...before.isNot, place] };

/** Without what was said about a place. */
export const forgotten = ({ is, isNot }: SettledPlaces, place: string): SettledPlaces => ({
  is: Object.fromEntries(
    Object.entries(is)
      .map(([id, places]) => [id, places.filter((one) => one !== place)] as const)
      .filter(([, places]) => places.length > 0),
  ),
  isNot: isNot.filter((one) => one !== place),
});

export const isSettled = ({ is, isNot }: SettledPlaces, place: string): boolean =>
  isNot.includes(place) || Object.values(is).some((places) => places.includes(place));

/** The client that a place was confirmed as. */
export const confirmedAs = ({ is }: SettledPlaces, place: string): ClientId | undefined =>
  Object.entries(is).find(([, places]) => places.includes(place))?.[0];
