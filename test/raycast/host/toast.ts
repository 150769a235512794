import { strict } from './typings.ts';
import type { World } from './world.ts';

export interface ToastAction {
  readonly title: string;
  readonly onAction?: (toast: object) => unknown;
}

export interface ToastOptions {
  style?: string;
  title: string;
  message?: string | undefined;
  primaryAction?: ToastAction | undefined;
  secondaryAction?: ToastAction | undefined;
}

/** A toast at one moment. */
export interface ToastNow {
  readonly style: string;
  readonly title: string;
  readonly message: string;
  readonly actions: readonly string[];
}

/** The real toast: setting a property shows it at once. */
export class Toast {
  static readonly Style = strict('Toast.Style', {
    ...{ Success: 'SUCCESS', Failure: 'FAILURE', Animated: 'ANIMATED' },
  });
  readonly #world: World;
  readonly #options: ToastOptions;
  isShown = false;

  constructor(world: World, options: ToastOptions) {
    this.#world = world;
    this.#options = { ...options };
  }

  get now(): ToastNow {
    const { style, title, message, primaryAction, secondaryAction } = this.#options;
    const actions = [primaryAction, secondaryAction].flatMap((one) => one?.title ?? []);
    return { style: style ?? Toast.Style.Success, title, message: message ?? '', actions };
  }

  #set(change: Partial<ToastOptions>): void {
    Object.assign(this.#options, change);
    if (this.isShown) this.#world.say({ toast: this.now });
  }

  get style(): string {
    return this.now.style;
  }
  set style(style: string) {
    this.#set({ style });
  }
  get title(): string {
    return this.#options.title;
  }
  set title(title: string) {
    this.#set({ title });
  }
  get message(): string | undefined {
    return this.#options.message;
  }
  set message(message: string | undefined) {
    this.#set({ message });
  }
  get primaryAction(): ToastAction | undefined {
    return this.#options.primaryAction;
  }
  set primaryAction(primaryAction: ToastAction | undefined) {
    this.#set({ primaryAction });
  }
  get secondaryAction(): ToastAction | undefined {
    return this.#options.secondaryAction;
  }
  set secondaryAction(secondaryAction: ToastAction | undefined) {
    this.#set({ secondaryAction });
  }

  async show(): Promise<void> {
    this.isShown = true;
    this.#world.say({ toast: this.now });
  }

  async hide(): Promise<void> {
    if (!this.isShown) return;
    this.isShown = false;
    this.#world.say({ hidden: 'toast' });
  }

  /** What a person does with the action of this title. */
  async press(title: string): Promise<void> {
    const found = [this.primaryAction, this.secondaryAction].find((one) => one?.title === title);
    if (!found)
      throw new Error(`the toast offers ${this.now.actions.join(', ') || 'nothing'}, not ${title}`);
    await found.onAction?.(this);
  }
}
