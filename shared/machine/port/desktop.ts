import type { Delivery, Window } from '../../core/model.ts';

/** How much to look at; processes are always looked at. */
export interface Scope {
  readonly trayIcons: boolean;
  readonly windows: boolean;
}

/** Tray icons and windows. */
export interface Desktop {
  /** Closes one window as its close button would. Not an exit. */
  close(window: Window): Promise<Delivery>;
}
