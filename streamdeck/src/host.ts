import type { ToInspector } from './messages.ts';

/** What we say to whoever drives the deck: Elgato's program or another. */
export interface Host {
  /** A picture for a key, or for a dial's part of the touch strip. */
  readonly paint: (context: string, picture: string) => void;
  readonly alert: (context: string) => void;
  readonly save: (context: string, settings: Readonly<Record<string, unknown>>) => void;
  readonly saveLanguage: (language: string) => void;
  /** Only while the inspector of this key is open. */
  readonly sendToInspector: (context: string, message: ToInspector) => void;
  /** One line of the plugin's log. */
  readonly log: (line: string, error?: unknown) => void;
}

/** A key or dial that became visible, as the host says it. */
export interface Appearance {
  readonly context: string;
  /** The host's name for the deck that it lies on. */
  readonly device: string;
  /** The UUID of the action. */
  readonly uuid: string;
  readonly isDial: boolean;
  readonly isInMultiAction: boolean;
  readonly settings: unknown;
}
