import type { Delivery, QuitMethod } from '../../core/model.ts';

/** Requests to quit. */
export interface Quit {
  /** Delivers one request to quit. It never claims that anybody left. */
  ask(method: QuitMethod): Promise<Delivery>;
}
