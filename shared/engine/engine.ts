import type { Client } from '../core/client.ts';
import type { ClientId, Policy, Request } from '../core/model.ts';
import type { Deed } from '../core/proof.ts';
import type { Receipt, Trigger } from '../core/receipt.ts';
import type { Machine } from '../machine/machine.ts';
import type { Store } from '../store/store.ts';
import { refusedByFaults } from '../policy/refused-by-fault.ts';
import type { FoundPolicy } from '../store/policy-files.ts';
import { newCarry } from './carry.ts';
import type { CodeChecker, ObserveContext, RequestUi, RunContext } from './context.ts';
import { previewOf, type Preview, type PreviewOptions } from './preview.ts';
import { holdOf } from './hold-now.ts';
import type { Observer } from './observer.ts';
import { clientOf, runRequest } from './run.ts';
import { memoryIn } from './snapshot.ts';
import { accountsOf, freeableOf, observeAll, statusLineOf, statusOf } from './status.ts';
import { VERSION } from './version.ts';
import { ClientMonitor } from './watch/client-monitor.ts';
import type { WatchOptions } from './watch/watch-options.ts';

export type { CodeChecker, Question, RequestUi, Satisfied, SharedProofs } from './context.ts';
export { hiddenIn, type Freeable } from './measure.ts';
export type { Observer } from './observer.ts';
export type { Preview } from './preview.ts';
export type { ClientSnapshot } from './snapshot.ts';
export type { ClientMonitor } from './watch/client-monitor.ts';
export type { Detail } from './watch/watch-options.ts';
export type { WatchState } from './watch/watch-state.ts';

export interface EngineOptions {
  readonly machine: Machine;
  readonly store: Store;
  /** `command line`, `Raycast`, `Stream Deck`. */
  readonly surface: string;
  /** Who or what asks; a person where nothing is said. */
  readonly trigger?: Trigger;
  /** Where this surface can ask for one-time codes; no other bundle carries what checks them. */
  readonly codes?: CodeChecker;
}

/** What every surface does is asked for here. The engine chooses the policy, takes the lock and keeps the receipt. */
export interface Engine extends Observer {
  /** What is allowed now, and by which files. */
  policy(request?: Request): Promise<FoundPolicy>;
  /** Looks again and again for a surface, or once: `engine.watch().look()`. Who opens it closes it. */
  watch(options?: WatchOptions): ClientMonitor;
  /** What would be done. Takes no lock and changes nothing. Throws PolicyFault. */
  preview(request: Request, options?: PreviewOptions): Promise<Preview>;
  /** Does it, looks again, and keeps the receipt. Throws PolicyFault before anything is done. */
  run(request: Request, ui?: RequestUi): Promise<Receipt>;
  /** Closes connections, so that the program can end. */
  close(): Promise<void>;
}

/** A policy file that cannot be understood might forbid what was asked for. */
export class PolicyFault extends Error {
  readonly found: FoundPolicy;
  constructor(found: FoundPolicy) {
    super(
      found.faults.map(({ file, field, expected }) => `${file} ${field}: ${expected}`).join('; '),
    );
    this.name = 'PolicyFault';
    this.found = found;
  }
}

/** What the requests of one engine run with. Throws PolicyFault. */
export function contextsOf({ machine, store, surface, trigger = 'person', codes }: EngineOptions) {
  const clients = async (): Promise<readonly Client[]> => (await store.catalogue()).clients;
  const carry = newCarry(store.heldIcons);
  const observeContext = async () => ({ machine, clients: await clients(), carry });
  const flagsOf = ({ timeoutMs }: Request) => (timeoutMs === undefined ? {} : { timeoutMs });
  const policyOf = (request?: Request) =>
    store.policy(request && flagsOf(request), request?.client);
  const allowed = async (deed: Deed | undefined, request?: Request) => {
    const found = await policyOf(request);
    const faults = refusedByFaults(found.faults, deed, { client: request?.client, trigger });
    if (faults.length > 0) throw new PolicyFault({ ...found, faults });
    const { policy, origin } = found;
    return { policy, origin };
  };
  // Loaded where a policy wants it: at home nobody has it.
  const auditFor = async (policy: Policy): Promise<Pick<RunContext, 'audit'>> => {
    if ((policy.audit ?? 'off') === 'off') return {};
    const { auditOf } = await import('./audit.ts');
    return { audit: await auditOf({ machine, store, surface, trigger }, policy) };
  };
  const holdNow = async (client: ClientId) => holdOf(await store.policy(undefined, client), client);
  const running = async (
    ui: RequestUi,
    deed: Deed | undefined,
    request?: Request,
  ): Promise<RunContext> => {
    const looked = observeContext();
    const refused = async (error: unknown): Promise<never> => {
      if (request && error instanceof PolicyFault) {
        const asked = { ...request, ...(deed === 'restore' ? { as: deed } : {}) };
        await noteFault(await looked, ui, asked, error);
      }
      throw error;
    };
    const [context, found] = await Promise.all([looked, allowed(deed, request).catch(refused)]);
    return runContextOf(context, found, ui);
  };
  // The same for what only looks: of that nothing is noted.
  const looking = async (deed: Deed, request: Request): Promise<RunContext> =>
    runContextOf(await observeContext(), await allowed(deed, request), {});
  const runContextOf = async (
    context: ObserveContext,
    found: Pick<FoundPolicy, 'policy' | 'origin'>,
    ui: RequestUi,
  ): Promise<RunContext> => {
    const { policy, origin } = found;
    const { lock, record, newId, digestOf } = store;
    const audit = await auditFor(policy);
    const asked = { surface, trigger, program: VERSION, ...(codes ? { codes } : {}), ...audit };
    return { ...context, ...asked, policy, origin, lock, record, newId, digestOf, holdNow, ui };
  };
  const noteFault = async (
    context: ObserveContext,
    ui: RequestUi,
    request: Request & { readonly as?: 'restore' },
    { found, message }: PolicyFault,
  ): Promise<void> => {
    const { audit, ...run } = await runContextOf(context, found, ui);
    if (!audit) return;
    const { notePolicyFault } = await import('./note-policy-fault.ts');
    await notePolicyFault({ ...run, audit }, request, message);
  };
  return { observeContext, policyOf, allowed, running, looking, trigger };
}

/** One engine for one computer and one surface. */
export function openEngine(options: EngineOptions): Engine {
  const { machine, store } = options;
  const { observeContext, policyOf, allowed, running, trigger } = contextsOf(options);
  const observer: Observer = {
    catalogue: () => store.catalogue(),
    observe: async () => observeAll(await observeContext()),
    status: async (ids, limit) => statusOf(await observeContext(), ids, limit),
    statusLine: async (snapshot, limit) => statusLineOf(await observeContext(), snapshot, limit),
    measure: async (id, tiers, limit) => freeableOf(await observeContext(), id, tiers, limit),
    memory: ({ seen }) => memoryIn(machine.processes, seen),
    accounts: async (id, how) => accountsOf(await observeContext(), id, how),
    isInstalled: async (id) => {
      const found = machine.files.installed?.(clientOf(await observeContext(), id));
      return found?.known === true && found.value;
    },
  };
  return {
    ...observer,
    policy: policyOf,
    watch: (options = {}) =>
      new ClientMonitor({ ...options, engine: observer, now: () => machine.clock.now() }),
    preview: async (request, options) => {
      const [context, found] = await Promise.all([
        observeContext(),
        allowed(request.kind, request),
      ]);
      return previewOf({ ...context, ...found, trigger }, request, options);
    },
    run: async (request, ui = {}) => runRequest(await running(ui, request.kind, request), request),
    close: () => machine.leave(),
  };
}
