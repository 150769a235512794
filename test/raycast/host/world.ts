import type { Quicklink } from './actions.ts';
import type { ToastNow } from './toast.ts';

/** A question as it was asked. */
export interface Alert {
  readonly title: string;
  readonly message?: string;
  readonly primaryAction?: AlertAction;
  readonly dismissAction?: AlertAction;
}

export interface AlertAction {
  readonly title: string;
  readonly style?: string;
  readonly onAction?: () => void;
}

/** Everything that a command said or did to the outside, in order. */
export type Said =
  | { readonly hud: string }
  | { readonly toast: ToastNow }
  | { readonly hidden: 'toast' | 'window' | 'view' }
  | { readonly alert: Alert; readonly answer: boolean }
  | { readonly launched: string; readonly arguments: Readonly<Record<string, string>> }
  | { readonly opened: string }
  | { readonly copied: string }
  | { readonly quicklink: Quicklink }
  | { readonly shown: string }
  | { readonly trashed: readonly string[] }
  | { readonly subtitle: string | null };

export interface Launched {
  readonly name: string;
  /** Of another extension than this. */
  readonly extensionName?: string;
  readonly type: string;
  readonly arguments?: Readonly<Record<string, string>>;
  /** What it gives along; it has to be plain JSON. */
  readonly context?: object;
}

/** What outlives a command: storage, settings, and the person who answers questions. */
export class World {
  readonly said: Said[] = [];
  /** By namespace of the cache. */
  readonly caches = new Map<string, Map<string, string>>();
  readonly storage = new Map<string, unknown>();
  clipboard = '';
  /** A folder of the test; a command that asks for it without one fails. */
  supportPath: string | undefined;
  /** The person's own settings, over the defaults of the manifest. */
  settings: Readonly<Record<string, unknown>> = {};
  /** Commands that are switched off. */
  readonly off = new Set<string>();
  /**
   * What this launcher does not have of Raycast's API, such as `MenuBarExtra` or `Action.CreateQuicklink`: others run
   * its extensions as well. There it is `missing` (SuperCmd's shims export what they have) or a `stub` that throws where
   * it is used (Vicinae's src/typescript/raycast-api-compat/src/unsupported.ts).
   */
  readonly without = new Map<string, 'missing' | 'stub'>();
  /** How the person answers a question; nobody there is an error. */
  answer: (alert: Alert) => boolean | Promise<boolean> = ({ title }) => {
    throw new Error(`nobody answers: ${title}`);
  };
  /** What happens when a command starts another one. */
  onLaunch: (launched: Launched) => void | Promise<void> = () => undefined;
  /** What happens to files on their way to the Trash; throws where they cannot go there. */
  trash: (paths: readonly string[]) => void | Promise<void> = () => undefined;
  readonly #listeners = new Set<() => void>();

  say(said: Said): void {
    this.said.push(said);
    this.changed();
  }

  /** Something may be different now. */
  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls back at every change; answers how to stop that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
