import type { Client } from './client.ts';
import type { Platform } from './model.ts';
import type { Places } from './paths.ts';

type Make<T> = (clients: readonly Client[], platform: Platform, places: Places) => T;

/** Keeps what is compiled from a catalogue as long as the catalogue lives: many rules need the same. */
export function perCatalogue<T>(make: Make<T>): Make<T> {
  const made = new WeakMap<readonly Client[], WeakMap<Places, Map<Platform, T>>>();
  return (clients, platform, places) => {
    const byPlaces = made.get(clients) ?? new WeakMap<Places, Map<Platform, T>>();
    const byPlatform = byPlaces.get(places) ?? new Map<Platform, T>();
    made.set(clients, byPlaces.set(places, byPlatform));
    const found = byPlatform.get(platform) ?? make(clients, platform, places);
    byPlatform.set(platform, found);
    return found;
  };
}
