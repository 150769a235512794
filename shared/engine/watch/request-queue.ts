import { asError } from '../../core/as-error.ts';
import { isClean } from '../../core/is-clean.ts';
import type { Observation, Policy, Request } from '../../core/model.ts';
import type { Agreement, Receipt } from '../../core/receipt.ts';
import type { Question, RequestUi } from '../context.ts';
import type { InFlight, Result } from './in-flight.ts';

/** What requests need from outside. */
export interface RequestQueueDeps {
  readonly engine: { run(request: Request, ui?: RequestUi): Promise<Receipt> };
  /** ms since 1970. */
  readonly now: () => number;
  /** What is allowed now; undefined where nobody can tell, and then nothing is done. */
  readonly policy: () => Promise<Policy | undefined>;
  readonly cancelled: AbortSignal;
  /** What the request itself saw last: nothing that is shown goes back to what was seen before it. */
  readonly onSeen: (seen: Observation) => void;
  /** A request for this client is over: time to look at everything again. */
  readonly onEnd: (client: string) => void;
  /** Something about a request changed. */
  readonly onChange: () => void;
}

/** How a request begins. */
export interface Beginning {
  readonly agreed?: Agreement;
  readonly batch?: string;
}

interface With extends Pick<RequestUi, 'signal' | 'batch'> {
  readonly agreed: Agreement;
}

const isConfirm = (question: Question): boolean =>
  question.kind === 'proof' && question.proof === 'confirm';

/**
 * The requests that one surface began, one at a time for each client. They belong to no view or key: one that is
 * turned away from does not stop its request, and all that show a client show the same. Nothing here throws.
 */
export class RequestQueue {
  readonly inFlight = new Map<string, InFlight>();
  readonly results = new Map<string, Result>();
  readonly #deps: RequestQueueDeps;
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #stop = new Map<string, AbortController>();

  constructor(deps: RequestQueueDeps) {
    this.#deps = deps;
  }

  /**
   * One request after the other for one client, each only if the one before was clean; `agreed` is the yes to force, `batch`
   * the request for several clients that this is a part of. The receipts of those that were carried out.
   */
  async begin(
    client: string,
    requests: readonly Omit<Request, 'client'>[],
    { agreed = 'option', ...part }: Beginning = {},
  ): Promise<readonly Receipt[]> {
    const [first] = requests;
    if (!first) return [];
    const current = this.inFlight.get(client);
    // One at a time: a second press of an impatient finger is not a second request. But who holds
    // "force" while a safe exit still waits has waited long enough.
    if (current) {
      if (first.kind !== 'force' || current.kind !== 'exit') return [];
      this.#stop.get(client)?.abort();
      await this.#running.get(client);
      return this.begin(client, requests, { agreed, ...part });
    }
    const stop = new AbortController();
    this.#stop.set(client, stop);
    const began = this.#deps.now();
    this.results.delete(client);
    this.inFlight.set(client, { kind: first.kind, began, step: { at: 0, of: requests.length } });
    const signal = AbortSignal.any([stop.signal, this.#deps.cancelled]);
    const carried = this.#carry(client, requests, { agreed, signal, ...part }).finally(() => {
      this.#running.delete(client);
      this.#stop.delete(client);
      this.inFlight.delete(client);
      this.#deps.onChange();
      this.#deps.onEnd(client);
    });
    this.#running.set(client, carried);
    return carried;
  }

  /** When everything that is under way has come to its end. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #carry(
    client: string,
    requests: readonly Omit<Request, 'client'>[],
    how: With,
  ): Promise<readonly Receipt[]> {
    const { now, onChange } = this.#deps;
    const receipts: Receipt[] = [];
    for (const [at, request] of requests.entries()) {
      const step = { at, of: requests.length };
      const work: InFlight = { kind: request.kind, began: now(), step };
      this.inFlight.set(client, work);
      onChange();
      const ended = await this.#one({ ...request, client }, work, how);
      this.results.set(client, ended);
      if (ended.receipt) receipts.push(ended.receipt);
      if (!ended.receipt || !isClean(ended.receipt)) break;
    }
    return receipts;
  }

  async #one(request: Request, work: InFlight, { agreed, ...shared }: With): Promise<Result> {
    const { engine, now, policy, onChange, onSeen } = this.#deps;
    let last: Observation | undefined;
    const end = (so: Pick<Result, 'receipt' | 'fault'>): Result => ({
      kind: request.kind,
      at: now(),
      seen: last,
      ...so,
    });
    try {
      const allowed = await policy();
      if (!allowed) return end({ fault: 'a policy file cannot be understood' });
      const ui = {
        ...shared,
        // A hold, or the setting that switched it off, was the confirmation.
        satisfy: async (question: Question) => {
          if (question.kind === 'confirm-force') return agreed;
          return isConfirm(question) && agreed !== 'option' ? agreed : undefined;
        },
        // A press alone confirms nothing; a code cannot be typed on a key.
        asks: agreed === 'option' ? [] : (['confirm'] as const),
        onSeen: (seen: Observation) => onSeen((last = seen)),
        onProgress: (progress: InFlight['progress'] & object) => {
          this.inFlight.set(request.client, { ...work, progress });
          onChange();
        },
      };
      return end({ receipt: await engine.run(request, ui) });
    } catch (error) {
      return end({ fault: asError(error).message });
    }
  }
}
