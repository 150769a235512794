import { setImmediate } from 'node:timers/promises';
import type { Refusal } from '../../core/model.ts';
import type { RemovalOrder } from '../port/removal.ts';
import { codeOf } from './errno.ts';

/** How long a look holds: the client may come back, and somebody may open a file, at any moment. */
export const CHECK_MS = 250;
/** How long we may work before signals, timers and progress get their turn. */
const TURN_MS = 50;

/** Why nothing may be touched now: somebody has a file open, or we are blind. */
export type InUse = () => Promise<Refusal | undefined> | Refusal | undefined;

/** The leave to go on removing; asked again and again, and once lost it is lost. */
export class RemovalLease {
  /** Why it was lost; a cancelled order needs no reason. */
  refusal: Refusal | undefined;
  private readonly order: RemovalOrder;
  private readonly inUse: InUse;
  private checked = -Infinity;
  /** A look that takes longer holds as long as it took: half of the time at most goes into looking. */
  private holdsMs = CHECK_MS;
  private turned = -Infinity;
  private lost = false;

  /** `inUse` looks whether anybody has a file open below the data roots. */
  constructor(order: RemovalOrder, inUse: InUse) {
    this.order = order;
    this.inUse = inUse;
  }

  /** Nothing has to be asked yet: `holds` need not be waited for. */
  get isFresh(): boolean {
    const now = performance.now();
    if (this.lost || this.order.cancelled?.aborted) return false;
    return now - this.checked < this.holdsMs && now - this.turned < TURN_MS;
  }

  get isLost(): boolean {
    return this.lost;
  }

  /** Called off, and not refused. */
  get stopped(): boolean {
    return this.lost && this.refusal === undefined;
  }

  async holds(): Promise<boolean> {
    if (this.isFresh) return true;
    await setImmediate();
    this.turned = performance.now();
    if (this.order.cancelled?.aborted) this.lost = true;
    if (this.lost) return false;
    if (this.turned - this.checked >= this.holdsMs) {
      this.refusal = await this.look();
      this.lost = this.refusal !== undefined || (this.order.cancelled?.aborted ?? false);
      this.checked = performance.now();
      this.holdsMs = Math.max(CHECK_MS, this.checked - this.turned);
      this.turned = this.checked;
    }
    return !this.lost;
  }

  /** A look that breaks is blind, and never a reason to go on. */
  private async look(): Promise<Refusal | undefined> {
    try {
      return (await this.order.mayTouch()) ?? (await this.inUse());
    } catch (error) {
      return { code: 'blind', subject: 'processes', detail: codeOf(error) };
    }
  }
}
