import type { RequestKind } from '../../shared/core/model.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import type { EngineOptions } from '../../shared/engine/engine.ts';
import { summarize } from '../../shared/engine/summary.ts';
import type { Host } from './host.ts';

/** What keys for several clients came to, in the audit log where a policy wants one. */
export class Summaries {
  readonly #options: EngineOptions;
  readonly #log: Host['log'];
  readonly #pending = new Set<Promise<void>>();

  constructor(options: EngineOptions, log: Host['log']) {
    this.#options = options;
    this.#log = log;
  }

  /** Notes it once all of these came to their end; what is not noted is logged. */
  add(
    kind: RequestKind,
    ended: readonly Promise<readonly Receipt[]>[],
    more: { readonly batch?: string; readonly looked?: readonly string[] },
  ): void {
    const noted = async (): Promise<void> => {
      const receipts = (await Promise.all(ended)).flat();
      const own = receipts.filter(({ request }) => request === kind);
      const line = await summarize(this.#options, kind, own, more);
      if (line?.fault) this.#log(`not in the audit log: ${line.fault.code}`);
    };
    const pending = noted()
      .catch((error: unknown) => this.#log('the audit log', error))
      .finally(() => this.#pending.delete(pending));
    this.#pending.add(pending);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
