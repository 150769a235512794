import type { Client } from '../core/client.ts';
import type { Request } from '../core/model.ts';
import type { Receipt, Trigger } from '../core/receipt.ts';
import type { Machine } from '../machine/machine.ts';
import type { ResetRecord } from '../machine/port/resets.ts';
import type { Store } from '../store/store.ts';
import type { FoundPolicy } from '../store/policy-files.ts';
import type { ResetBack } from './bring-back.ts';
import { newCarry } from './carry.ts';
import type { RequestUi, RunContext } from './context.ts';
import { previewOf, type Preview, type PreviewOptions } from './preview.ts';
import { previewBack, putBack, type InTrashOf, type PutBack } from './put-back.ts';
import type { Observer } from './observer.ts';
import { nobodyThere, type NobodyThere } from './nobody-there.ts';
import { clientOf, runRequest } from './run.ts';
import { memoryIn } from './snapshot.ts';
import { accountsOf, freeableOf, observeAll, statusLineOf, statusOf } from './status.ts';
import { VERSION } from './version.ts';
import { ClientMonitor } from './watch/client-monitor.ts';
import type { WatchOptions } from './watch/watch-options.ts';

export type { ResetBack } from './bring-back.ts';
export type { Question, RequestUi } from './context.ts';
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
  /** Keeps the one receipt of a request for all clients where none was there. Throws PolicyFault. */
  nobodyThere(found: NobodyThere): Promise<Receipt>;
  /** What would be put back of what purges moved into the trash, and why it would be refused. Throws PolicyFault. */
  previewBack(ones: readonly InTrashOf[]): Promise<readonly (PutBack | undefined)[]>;
  /** Puts back what one purge moved into the trash, and keeps the receipt. Throws PolicyFault. */
  putBack(one: InTrashOf, ui?: Pick<RequestUi, 'signal'>): Promise<PutBack>;
  /** What was set aside and is kept by a record, newest first; without a look at any client. */
  resets(): readonly ResetRecord[];
  /** What would come back of what was set aside, and why it would be refused. Throws PolicyFault. */
  previewResetBack(records: readonly ResetRecord[]): Promise<readonly ResetBack[]>;
  /** Brings back what was set aside, setting newer data aside first; keeps the receipt. Throws PolicyFault. */
  bringBack(record: ResetRecord, ui?: Pick<RequestUi, 'signal'>): Promise<ResetBack>;
  /** Closes connections, so that the program can end. */
  close(): Promise<void>;
}

/** A policy file that cannot be understood: nobody knows what is allowed, so nothing is done. */
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

/** One engine for one computer and one surface. */
export function openEngine({ machine, store, surface, trigger = 'person' }: EngineOptions): Engine {
  const clients = async (): Promise<readonly Client[]> => (await store.catalogue()).clients;
  const carry = newCarry(store.heldIcons);
  const observeContext = async () => ({ machine, clients: await clients(), carry });
  const flagsOf = ({ timeoutMs }: Request) => (timeoutMs === undefined ? {} : { timeoutMs });
  const allowed = async (request?: Request) => {
    const found = await store.policy(request && flagsOf(request));
    if (found.faults.length > 0) throw new PolicyFault(found);
    const { policy, origin } = found;
    return { policy, origin };
  };
  const running = async (ui: RequestUi, request?: Request): Promise<RunContext> => {
    const [context, found] = await Promise.all([observeContext(), allowed(request)]);
    const { lock, record, newId, digestOf } = store;
    const asked = { surface, trigger, program: VERSION };
    return { ...context, ...asked, ...found, lock, record, newId, digestOf, ui };
  };
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
    policy: (request) => store.policy(request && flagsOf(request)),
    watch: (options = {}) =>
      new ClientMonitor({ ...options, engine: observer, now: () => machine.clock.now() }),
    preview: async (request, options) => {
      const [context, found] = await Promise.all([observeContext(), allowed(request)]);
      return previewOf({ ...context, ...found }, request, options);
    },
    run: async (request, ui = {}) => runRequest(await running(ui, request), request),
    nobodyThere: async (found) => nobodyThere(await running({}), found),
    previewBack: async (ones) => previewBack(await running({}), ones),
    putBack: async (one, ui = {}) => putBack(await running(ui), one),
    resets: () => machine.files.resets?.records() ?? [],
    previewResetBack: async (records) => {
      const { previewResetBack } = await import('./bring-back.ts');
      return previewResetBack(await running({}), records);
    },
    bringBack: async (record, ui = {}) => {
      const { bringBack } = await import('./bring-back.ts');
      return bringBack(await running(ui), record);
    },
    close: () => machine.leave(),
  };
}
