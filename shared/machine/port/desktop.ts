import type { Client } from '../../core/client.ts';
import type { DesktopSession } from '../../core/desktop-session.ts';
import type { HeldIcon } from '../../core/held-icons.ts';
import type { Delivery, Window } from '../../core/model.ts';
import type { DesktopSight, Identified, ProcessSight } from '../../core/sight.ts';

/** How much to look at; processes are always looked at. */
export interface Scope {
  readonly trayIcons: boolean;
  readonly windows: boolean;
}

export interface DesktopQuestion {
  readonly scope: Scope;
  /** The look at the processes before this one. */
  readonly sight: ProcessSight;
  /** Which of them are clients'. */
  readonly identified: Identified;
  /** What earlier looks learned. */
  readonly session: DesktopSession;
  /** Which icon which client held, as the store remembers it. */
  readonly heldIcons: readonly HeldIcon[];
}

/** Tray icons and windows. */
export interface Desktop {
  /** Every tray icon, and the windows of what was identified. Every probe answers Known. */
  observe(clients: readonly Client[], question: DesktopQuestion): Promise<DesktopSight>;

  /** Closes one window as its close button would. Not an exit. `session` is that of the look that showed it. */
  close(window: Window, session?: DesktopSession): Promise<Delivery>;
}
