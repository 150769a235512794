import type { ClientId, TrayIcon } from '../../core/model.ts';
import { keepHeldIcons, readHeldIcons, type HeldIcon } from './held-icons-file.ts';

/** More than anybody leaves; older ones are of buses that have ended. */
const MOST = 64;

/** Whose an icon is that somebody holds now; undefined where it is no client's. */
export type ClientOf = (icon: TrayIcon) => ClientId | undefined;

/**
 * Remembers in our state folder which icon was which client's when it was last held. A panel may keep the
 * icon of a program that has ended, and then nobody says any more whose it was; a child may hold its
 * parent's icon, and outlive it. An entry goes when the panel no longer lists its icon.
 */
export class HeldIcons {
  readonly #folder: string;
  /** What could not be written: then it is known as long as this program runs. */
  #unwritten: readonly HeldIcon[] | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The icons, each with the client that holds it or held it. Writes only where that is new. */
  named(icons: readonly TrayIcon[], clientOf: ClientOf): readonly TrayIcon[] {
    const listed = icons.filter(isListed);
    if (listed.length === 0) return icons;
    const before = this.#unwritten ?? readHeldIcons(this.#folder);
    const buses = new Set(listed.map((icon) => icon.listed.bus));
    const kept = before.filter(
      (one) => !buses.has(one.bus) || listed.some((icon) => isOf(icon, one)),
    );
    const fresh = listed.flatMap((icon) => {
      if (!icon.holder.known || kept.some((one) => isOf(icon, one))) return [];
      const client = clientOf(icon);
      return client === undefined ? [] : [heldBy(icon, client)];
    });
    const now = [...kept, ...fresh].slice(-MOST);
    if (fresh.length > 0 || kept.length < before.length) this.#write(now);
    return icons.map((icon) => {
      const one = isListed(icon) ? now.find((held) => isOf(icon, held)) : undefined;
      return one === undefined ? icon : { ...icon, id: icon.id || one.id, wasOf: one.client };
    });
  }

  #write(now: readonly HeldIcon[]): void {
    try {
      keepHeldIcons(this.#folder, now);
      this.#unwritten = undefined;
    } catch {
      this.#unwritten = now;
    }
  }
}

type Listed = TrayIcon & { readonly listed: NonNullable<TrayIcon['listed']> };

const isListed = (icon: TrayIcon): icon is Listed => icon.listed !== undefined;

const heldBy = ({ listed, address, id }: Listed, client: ClientId): HeldIcon => ({
  ...{ bus: listed.bus, listed: listed.name },
  ...{ address, id, client },
});

/** By the name in the list where nobody holds it; a living one has to answer at the same place as well. */
const isOf = ({ listed, address, holder }: Listed, one: HeldIcon): boolean =>
  listed.bus === one.bus &&
  listed.name === one.listed &&
  (holder.known ? address === one.address : true);
