import { actionOf } from './actions/index.ts';
import { dataUri, face, strip } from './face.ts';
import { isRecent, type DeckState } from './deck-state.ts';
import type { Host } from './host.ts';
import { HINT_MS, OFFER_MS, type KeyNow } from './key.ts';
import { Painter } from './painter.ts';

/** How often something that moves is drawn, in ms; a painter sends ten a second, and news need room. */
const FRAME_MS = 250;
const HOLD_FRAME_MS = 125;

export interface CanvasOptions {
  readonly host: Pick<Host, 'paint'>;
  readonly now: () => number;
  readonly keys: () => readonly KeyNow[];
  readonly state: () => DeckState;
  readonly onDrawn: (key: KeyNow) => void;
}

/** Draws the faces of all visible keys: whenever something changed, and while something moves. */
export class Canvas {
  readonly #options: CanvasOptions;
  readonly #painter: Painter;
  /** The view that each key was last drawn from. */
  readonly #drawn = new Map<string, string>();
  #frames: NodeJS.Timeout | undefined;
  #pace = 0;
  #isWorking = false;

  constructor(options: CanvasOptions) {
    this.#options = options;
    this.#painter = new Painter(options.host.paint, options.now);
  }

  /** Draws every key; `isWorking` while a request is under way, whose seconds move. */
  paint(isWorking: boolean): void {
    this.#isWorking = isWorking;
    const state = this.#options.state();
    const keys = this.#options.keys();
    for (const key of keys) this.#draw(key, state);
    this.#animate(this.#paceOf(keys, state.now));
  }

  /** What a key shows, or is about to. */
  shown = (context: string): string => this.#painter.shown(context) ?? '';

  /** The key is not visible any more; when it comes back its host shows something else. */
  forget(context: string): void {
    this.#painter.forget(context);
    this.#drawn.delete(context);
  }

  #draw(key: KeyNow, state: DeckState): void {
    const action = actionOf(key.action);
    const view = action?.view(key, state);
    // Drawing costs more than knowing that nothing changed, and mostly nothing did.
    const words = JSON.stringify(view);
    if (!action || !view || this.#drawn.get(key.context) === words) return;
    this.#drawn.set(key.context, words);
    const draw = key.isDial ? strip : face;
    this.#painter.paint(key.context, dataUri(draw(action.id, view)));
    this.#options.onDrawn(key);
  }

  #paceOf(keys: readonly KeyNow[], now: number): number {
    if (keys.some((key) => key.hold)) return HOLD_FRAME_MS;
    // A frame longer than the word or the offer stands, so that its end is drawn too.
    const stands = ({ hint, offer }: KeyNow): boolean =>
      (hint !== undefined && isRecent(hint.at, now, HINT_MS + FRAME_MS)) ||
      (offer !== undefined && isRecent(offer.at, now, OFFER_MS + FRAME_MS));
    return keys.length > 0 && (this.#isWorking || keys.some(stands)) ? FRAME_MS : 0;
  }

  /** Draws at this pace, in ms; not at all with 0. */
  #animate(ms: number): void {
    if (ms === this.#pace) return;
    this.#pace = ms;
    clearInterval(this.#frames);
    if (ms > 0) this.#frames = setInterval(() => this.paint(this.#isWorking), ms).unref();
  }
}
