import { NO_SESSION, withLearned, type DesktopSession } from '../core/desktop-session.ts';
import type { HeldIconStore } from '../store/held-icons-file.ts';
import { keptListings, type KeptListings } from './kept-listings.ts';

/** What the looks of one engine have learned, and the next ones need; a machine keeps nothing between calls. */
export interface Carry {
  /** What is known of the desktop by now. */
  readonly session: DesktopSession;
  /** Which icon which client held, also before this program began. */
  readonly heldIcons: HeldIconStore;
  readonly listings: KeptListings;
  learn(more: DesktopSession | undefined): void;
}

/** Nothing is known yet but what the store remembers. */
export function newCarry(heldIcons: HeldIconStore): Carry {
  let session = NO_SESSION;
  return {
    heldIcons,
    listings: keptListings(),
    get session() {
      return session;
    },
    learn: (more) => {
      session = withLearned(session, more);
    },
  };
}
