import { setImmediate } from 'node:timers/promises';

/** How long we may work before signals, timers and progress get their turn. */
const TURN_MS = 50;

/** Long work on one thread, that lets everything else have its turn. */
export class YieldToLoop {
  private last = performance.now();

  get isDue(): boolean {
    return performance.now() - this.last >= TURN_MS;
  }

  async give(): Promise<void> {
    await setImmediate();
    this.last = performance.now();
  }
}
