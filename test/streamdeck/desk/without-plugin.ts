import { EventEmitter } from 'node:events';
import path from 'node:path';
import { vi } from 'vitest';
import { DeskDeck } from '../../../streamdeck/desk/deck.ts';
import { Host } from '../../../streamdeck/desk/host.ts';
import { HOSTS } from '../../../streamdeck/desk/hosts.ts';
import { readManifest } from '../../../streamdeck/desk/manifest.ts';
import { Place, type Where } from '../../../streamdeck/desk/place.ts';

const PLUGIN = path.resolve('streamdeck/org.clean-exit.keys.sdPlugin');

/** What a deck needs of a host, without a plugin that hears it: what would be sent is listed. */
class SilentHost extends EventEmitter {
  readonly places = new Map<string, Place>();
  readonly manifest = readManifest(PLUGIN, HOSTS.elgato);
  readonly process = { pid: 1 };
  readonly language = 'en';
  readonly sent: string[];
  #count = 0;

  constructor(sent: string[]) {
    super();
    this.sent = sent;
  }

  appear(where: Where): string {
    const place = new Place(`${this.sent.length} ${this.#count++}`, where);
    this.places.set(place.context, place);
    this.sent.push('willAppear');
    return place.context;
  }

  disappear = (context: string): boolean => this.places.delete(context);
  dispatch = (event: string): number => this.sent.push(event);
  select = (): void => undefined;
  stop = async (): Promise<void> => undefined;

  setSettings(context: string, settings: unknown): void {
    const place = this.places.get(context);
    if (!place) return;
    place.settings = settings;
    this.emit('settings', context);
    this.sent.push('didReceiveSettings');
  }
}

/** A deck whose plugin hears nothing, and a person at it. */
export async function deckWithoutPlugin() {
  const sent: string[] = [];
  let host = new SilentHost(sent);
  vi.spyOn(Host, 'start').mockImplementation(
    async () => (host = new SilentHost(sent)) as unknown as Host,
  );
  const deck = new DeskDeck({
    ...{ plugin: PLUGIN, env: {}, language: 'en', origin: '', now: () => 0 },
    nameOf: (client) => client,
  });
  await deck.plugIn();
  const contextAt = (slot: string): string =>
    deck.state().placed.find((one) => one.slot === slot)?.context ?? '';
  const settle = (slot: string, settings: object): void =>
    host.setSettings(contextAt(slot), settings);
  return {
    deck,
    sent,
    settle,
    put: async (slot: string, action: string, settings: object): Promise<void> => {
      await deck.handle({ do: 'place', slot, action });
      settle(slot, settings);
    },
    /** Presses; the plugin hears it, or the person is asked. */
    press: async (slot: string): Promise<'pressed' | 'asked' | undefined> => {
      let is: 'pressed' | 'asked' | undefined;
      const asked = (): void => void (is = 'asked');
      deck.once('real', asked);
      const before = sent.length;
      await deck.handle({ do: 'press', slot });
      deck.off('real', asked);
      return sent.slice(before).includes('keyDown') ? 'pressed' : is;
    },
  };
}
