import type { World } from './world.ts';

type Heard = (key: string | undefined, value: string | undefined) => void;

/** `Cache`: there again at the next launch; it holds texts only. */
export function cacheOf(world: World) {
  return class {
    readonly #kept: Map<string, string>;
    readonly #heard = new Set<Heard>();

    constructor({ namespace = '' }: { namespace?: string } = {}) {
      this.#kept = world.caches.get(namespace) ?? new Map<string, string>();
      world.caches.set(namespace, this.#kept);
    }
    get isEmpty(): boolean {
      return this.#kept.size === 0;
    }
    get = (key: string): string | undefined => this.#kept.get(key);
    has = (key: string): boolean => this.#kept.has(key);
    set = (key: string, value: string): void => {
      if (typeof value !== 'string') throw new Error(`Cache.set(${key}) takes a text only`);
      this.#kept.set(key, value);
      this.#tell(key, value);
    };
    remove = (key: string): boolean => {
      const was = this.#kept.delete(key);
      if (was) this.#tell(key, undefined);
      return was;
    };
    clear = ({ notifySubscribers = true }: { notifySubscribers?: boolean } = {}): void => {
      this.#kept.clear();
      if (notifySubscribers) this.#tell(undefined, undefined);
    };
    subscribe = (heard: Heard): (() => void) => {
      this.#heard.add(heard);
      return () => void this.#heard.delete(heard);
    };
    #tell(...said: Parameters<Heard>): void {
      for (const heard of [...this.#heard]) heard(...said);
    }
  };
}

/** `LocalStorage`: there again at the next launch; it holds texts, numbers and truths. */
export const localStorageOf = ({ storage }: World): object => ({
  allItems: async () => Object.fromEntries(storage),
  getItem: async (key: string) => storage.get(key),
  setItem: async (key: string, value: unknown) => {
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw new Error(`LocalStorage.setItem(${key}) does not take ${typeof value}`);
    storage.set(key, value);
  },
  removeItem: async (key: string) => void storage.delete(key),
  clear: async () => storage.clear(),
});
