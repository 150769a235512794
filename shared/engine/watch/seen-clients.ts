import type { Observation } from '../../core/model.ts';
import { presence } from '../../core/presence.ts';
import type { ClientSnapshot } from '../snapshot.ts';

/** What was seen last of each client: by a look at all, or by a request after that. */
export class SeenClients {
  snapshots: ReadonlyMap<string, ClientSnapshot> | undefined;
  /** Whether one look saw all of them: one after the other says nothing of a client that came in between. */
  isWhole = false;
  /** What requests saw since the last look began. */
  readonly #newer = new Map<string, ClientSnapshot>();

  lookBegins(): void {
    this.#newer.clear();
  }

  /** A request saw one client, later than our last look at it. */
  saw(seen: Observation): void {
    const { client } = seen;
    const one: ClientSnapshot = { client, presence: presence(seen), seen };
    this.#newer.set(client, one);
    this.isWhole = false;
    if (this.snapshots) this.snapshots = new Map(this.snapshots).set(client, one);
  }

  /** Takes over what a look saw, but for what a request saw after it began. Answers the clients that came or went. */
  take(all: readonly ClientSnapshot[]): readonly string[] {
    const before = this.snapshots;
    const newest = all.map((one) => this.#newer.get(one.client) ?? one);
    this.snapshots = new Map(newest.map((one) => [one.client, one]));
    this.isWhole = this.#newer.size === 0;
    return newest
      .filter((one) => before?.get(one.client)?.presence !== one.presence)
      .map(({ client }) => client);
  }

  forget(): void {
    this.snapshots = undefined;
    this.isWhole = false;
  }
}
