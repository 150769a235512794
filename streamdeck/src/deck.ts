import type { Policy, Request, RequestKind } from '../../shared/core/model.ts';
import {
  openEngine,
  type ClientMonitor,
  type Detail,
  type Engine,
} from '../../shared/engine/engine.ts';
import { RequestQueue } from '../../shared/engine/watch/request-queue.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import type { Catalogue, Store } from '../../shared/store/store.ts';
import type { Action, DeckCommands, Purging } from './action.ts';
import { actionOf } from './actions/index.ts';
import { Canvas } from './canvas.ts';
import { dropStale } from './results.ts';
import type { DeckState } from './deck-state.ts';
import { Holds } from './holds.ts';
import type { Appearance, Host } from './host.ts';
import { inspectorState } from './inspector-state.ts';
import type { Key, KeyNow, Seen } from './key.ts';
import { languageOf, type Language } from './language.ts';
import { isStillLooking, rootsOf, targetIds } from './targets.ts';
import type { FromInspector } from './messages.ts';
import { readSettings } from './settings.ts';
import { ELSEWHERE_MS } from './show.ts';
import { Summaries } from './summaries.ts';

/** How often the plugin looks while a key is visible, in ms; one look costs some 40 ms of a core after a pause. */
const EVERY_MS = 20_000;

export interface DeckDependencies {
  readonly machine: Machine;
  readonly store: Store;
  /** Remembers what the program at a place is; the catalogue knows it from then on. */
  readonly settle: (say: 'is' | 'is-not', client: string, place: string) => Promise<void>;
  readonly host: Host;
  /** The host's language, as its tag. */
  readonly language: string;
  readonly cancelled: AbortSignal;
}

/** All visible keys, and what a person does with them. It knows no SDK, so that it can be tested alone. */
export class Deck {
  readonly #out: DeckDependencies;
  readonly #keys = new Map<string, Key>();
  readonly #monitor: ClientMonitor;
  readonly #requests: RequestQueue;
  readonly #canvas: Canvas;
  readonly #holds: Holds;
  readonly #engine: Engine;
  /** The catalogue whose faults were logged. */
  #logged: Catalogue | undefined;
  #policy: Policy | undefined;
  readonly #summaries: Summaries;
  #language: Language | 'auto' = 'auto';
  #inspected: string | undefined;

  constructor(out: DeckDependencies) {
    const { machine, store, host, cancelled } = out;
    this.#out = out;
    const now = (): number => machine.clock.now();
    const options = { machine, store, surface: 'Stream Deck' };
    const engine = openEngine(options);
    this.#summaries = new Summaries(options, host.log);
    this.#engine = engine;
    this.#canvas = new Canvas({
      host,
      now,
      keys: () => [...this.#keys.values()].map((key) => this.#now(key)),
      state: () => this.#state(),
      onDrawn: ({ context }) => {
        if (this.#inspected === context) this.#sendState(context);
      },
    });
    this.#monitor = engine.watch({
      everyMs: EVERY_MS,
      sizes: () => this.#withSizes(),
      details: () => this.#withDetails(),
      hasLiveDetails: true,
      onChange: () => {
        this.#logFaults();
        dropStale(this.#requests.results, this.#monitor.state.snapshots, now());
        this.paint();
      },
      onFault: (what, error) => host.log(`${what} failed`, error),
    });
    this.#requests = new RequestQueue({
      engine,
      now,
      policy: () => this.#readPolicy(),
      cancelled,
      onSeen: (seen) => this.#monitor.saw(seen),
      onEnd: (client) => this.#ended(client),
      onChange: () => this.paint(),
    });
    this.#holds = new Holds(now, (key, target) => {
      actionOf(key.action)?.held?.(key, this.#commands, target);
      this.paint();
    });
    this.#readPolicy().then(
      () => this.paint(),
      (error: unknown) => host.log('policy', error),
    );
  }

  /** Requests that are under way. */
  settled = async (): Promise<void> => {
    await this.#requests.settled();
    await this.#summaries.settled();
  };

  appear({ context, device, uuid, isDial, isInMultiAction, settings }: Appearance): void {
    if (!actionOf(uuid)) return this.#out.host.log(`no such action: ${uuid}`);
    // Some hosts may say it twice: what was held then was held for another key.
    const before = this.#keys.get(context);
    if (before) this.#letGo(before);
    const key: Key = {
      context,
      device,
      action: uuid,
      isDial,
      isInMultiAction,
      ...this.#read(context, settings),
      page: 0,
    };
    this.#keys.set(context, key);
    this.#canvas.forget(context);
    this.#monitor.setVisible(true);
    this.paint();
    this.look();
  }

  disappear(context: string): void {
    const key = this.#keys.get(context);
    if (key) this.#letGo(key);
    this.#keys.delete(context);
    this.#canvas.forget(context);
    this.#monitor.setVisible(this.#keys.size > 0);
  }

  settings(context: string, raw: unknown): void {
    const key = this.#keys.get(context);
    if (!key) return;
    Object.assign(key, this.#read(context, raw));
    // What it was about to do was meant for what it was before.
    this.#letGo(key);
    this.paint();
    this.look();
  }

  down(context: string): void {
    const key = this.#keys.get(context);
    const action = key && actionOf(key.action);
    if (!key || !action) return;
    const state = this.#state();
    const named = key.isInMultiAction ? undefined : action.target?.(this.#now(key), state);
    // The hold means the processes that the face stands for now, and none that starts while it lasts.
    const target = named && { ...named, only: rootsOf(named.ids, state) };
    // A dial acts when it is released, because until then it may be turned.
    if (target || (key.isDial && !key.isInMultiAction)) this.#holds.begin(key, target);
    else this.#press(key, action);
    this.paint();
  }

  up(context: string): void {
    const key = this.#keys.get(context);
    if (!key) return;
    const action = actionOf(key.action);
    if (this.#holds.cancel(key) && action) this.#press(key, action);
    this.paint();
  }

  /** The deck was pulled out: nobody lets go of its keys any more, so that a hold on them leads nowhere. */
  unplugged(device: string): void {
    for (const key of this.#keys.values()) if (key.device === device) this.#letGo(key);
    this.paint();
  }

  /** Whatever a person had begun on a key comes to nothing. */
  #letGo(key: Key): void {
    this.#holds.cancel(key);
    key.offer = undefined;
    key.pressed = undefined;
  }

  /** A press before anybody has looked counts once, as soon as somebody has. */
  #press(key: Key, action: Action): void {
    if (action.onlyShows || !isStillLooking(key, this.#state()))
      return action.press(key, this.#commands);
    if (key.pressed) return;
    key.pressed = true;
    const lookAndPress = async (): Promise<void> => {
      await this.#untilLooked(key, () => key.pressed === true);
      if (!key.pressed) return;
      key.pressed = undefined;
      action.press(key, this.#commands);
      this.paint();
    };
    lookAndPress().catch((error: unknown) =>
      this.#out.host.log('a press could not be answered', error),
    );
  }

  /** Looks until it is known who is meant, or nobody wants to know any more. */
  async #untilLooked(key: Pick<Key, 'settings'>, isWanted: () => boolean): Promise<void> {
    do await this.#monitor.look();
    while (isWanted() && isStillLooking(key, this.#state()));
  }

  turn(context: string, ticks: number): void {
    const key = this.#keys.get(context);
    if (!key || !Number.isInteger(ticks)) return;
    this.#holds.cancel(key);
    actionOf(key.action)?.turn?.(key, ticks, this.#commands);
    this.paint();
  }

  touch(context: string, isLong: boolean): void {
    const key = this.#keys.get(context);
    if (!key) return;
    actionOf(key.action)?.touch?.(key, isLong, this.#commands);
    this.paint();
  }

  /** A script pressed: the safe exit alone, because any page can open such an address. */
  async exitByLink(client: string): Promise<void> {
    const { settings } = readSettings({ client });
    // Nobody may have looked yet, or for long.
    await this.#untilLooked({ settings }, () => !this.#out.cancelled.aborted);
    const ids = targetIds({ settings }, this.#state());
    if (ids.length === 0) this.#out.host.log(`link: nobody to ask for "${client}"`);
    this.#begin(ids, [{ kind: 'exit' }]);
  }

  /** A hint that something changed; whether it is so is seen by a look. */
  look = (): void => void this.#monitor.look();

  wake(): void {
    this.#monitor.wake();
    this.paint();
  }

  language(tag: string): void {
    this.#language = tag === 'auto' ? 'auto' : languageOf(tag);
    this.paint();
    // A picture may be the same in both; the words of its inspector are not.
    if (this.#inspected !== undefined) this.#sendState(this.#inspected);
  }

  /** The inspector of this key is shown; its page may have asked long before, when nobody answered it. */
  inspect(context: string): void {
    this.#inspected = context;
    this.#show(context);
  }

  /** Some hosts say that one is gone only after the next is there. */
  leaveInspector(context: string): void {
    if (this.#inspected === context) this.#inspected = undefined;
  }

  hear(context: string, message: FromInspector): void {
    // A page that is loaded is not yet shown, where another one is.
    this.#inspected ??= context;
    if ('say' in message) {
      this.language(message.language);
      this.#out.host.saveLanguage(message.language);
    }
    if ('settle' in message) this.#settle(message);
    this.#show(context);
  }

  #show(context: string): void {
    this.look();
    this.#sendState(context);
    this.#monitor.findInstalled().then(
      () => this.#sendState(context),
      (error: unknown) => this.#out.host.log('installed clients', error),
    );
  }

  /** Only what was told of a program that is still in doubt: any page can say anything. */
  #settle({ settle, client, place }: Extract<FromInspector, { settle: unknown }>): void {
    const doubts = this.#monitor.state.snapshots?.get(client)?.seen.doubts ?? [];
    if (!doubts.some((one) => one.place === place)) return;
    this.#out.settle(settle, client, place).then(
      () => this.look(),
      (error: unknown) => this.#out.host.log(`settling ${place}`, error),
    );
  }

  paint(): void {
    this.#canvas.paint(this.#requests.inFlight.size > 0);
  }

  #sendState(context: string): void {
    const key = this.#keys.get(context);
    if (!key) return;
    const state = inspectorState(this.#now(key), this.#state(), {
      face: this.#canvas.shown(context),
      platform: this.#out.machine.platform,
      language: this.#language,
    });
    this.#out.host.sendToInspector(context, state);
  }

  #ended(client: string): void {
    this.#monitor.changed(client);
    this.look();
    const refusals = this.#requests.results.get(client)?.receipt?.refusals ?? [];
    // What somebody else does is looked at when they may be done.
    if (refusals.some(({ code }) => code === 'busy')) this.#monitor.lookIn(ELSEWHERE_MS);
  }

  #state(): DeckState {
    const { catalogue, ...seen } = this.#monitor.state;
    const { inFlight, results } = this.#requests;
    return {
      ...seen,
      now: this.#out.machine.clock.now(),
      clients: catalogue?.clients ?? [],
      unread: new Set(catalogue?.faults.map(({ file }) => file)).size,
      inFlight,
      results,
      policy: this.#policy,
    };
  }

  /** What is wrong with a file of clients or places is logged once. */
  #logFaults(): void {
    const { catalogue } = this.#monitor.state;
    if (!catalogue || catalogue === this.#logged) return;
    this.#logged = catalogue;
    for (const { file, field, expected } of [...catalogue.faults, ...catalogue.placeFaults])
      this.#out.host.log(`file ${file}: ${field} should be ${expected}`);
  }

  /** Where a policy file cannot be understood nobody knows what is allowed, so nothing is. */
  async #readPolicy(): Promise<Policy | undefined> {
    const { policy, faults } = await this.#engine.policy();
    for (const { file, field, expected } of faults)
      this.#out.host.log(`policy ${file}: ${field} should be ${expected}`);
    const isUnread = faults.some(({ refuses }) => refuses === undefined);
    return (this.#policy = isUnread ? undefined : policy);
  }

  #spoken = (): Language =>
    this.#language === 'auto' ? languageOf(this.#out.language) : this.#language;

  #now = (key: Key): KeyNow => ({ ...key, language: this.#spoken() });

  #withSizes(): readonly string[] {
    const keys = [...this.#keys.values()].filter((key) => actionOf(key.action)?.wantsSizes);
    return [...new Set(keys.flatMap((key) => targetIds(key, this.#state())))];
  }

  #withDetails(): readonly (readonly [string, Detail])[] {
    return [...this.#keys.values()].flatMap((key) => {
      const what = actionOf(key.action)?.detail?.(key);
      return what ? targetIds(key, this.#state()).map((id) => [id, what] as const) : [];
    });
  }

  #read(context: string, raw: unknown): Pick<Key, 'settings' | 'raw'> {
    const { settings, faults } = readSettings(raw);
    if (faults.length > 0)
      this.#out.host.log(`settings of ${context} not understood: ${faults.join(', ')}`);
    return { settings, raw: typeof raw === 'object' && raw ? { ...raw } : {} };
  }

  #begin(ids: readonly string[], requests: readonly Omit<Request, 'client'>[], seen?: Seen): void {
    const [first] = requests;
    const batch = ids.length > 1 ? { batch: this.#out.store.newId() } : {};
    const ended = ids.map((id) => {
      const only = seen?.get(id);
      const named = requests.map((one) => (only && one.kind !== 'purge' ? { ...one, only } : one));
      // Only a hold names what was seen.
      return this.#requests.begin(id, named, { agreed: seen ? 'hold' : 'option', ...batch });
    });
    if (first && ids.length > 1) this.#summaries.add(first.kind, ended, batch);
    // Nobody is there: that is looked at, not believed.
    if (ids.length === 0) this.look();
  }

  /** Nobody is there whom a key for all could ask: once that was looked at it is recorded, as a clean desk. */
  async #nobody(kind: RequestKind): Promise<void> {
    await this.#monitor.look();
    const { snapshots } = this.#monitor.state;
    const all = [...(snapshots?.values() ?? [])];
    if (all.length === 0 || all.some(({ presence }) => presence !== 'gone')) return;
    this.#summaries.add(kind, [], { looked: all.map(({ client }) => client) });
  }

  readonly #commands: DeckCommands = {
    state: () => this.#state(),
    look: this.look,
    nobody: (kind) =>
      void this.#nobody(kind).catch((error: unknown) => this.#out.host.log('a look', error)),
    exit: (ids, then, only) =>
      this.#begin(ids, [{ kind: 'exit' }, ...(then ? [purge(then)] : [])], only),
    force: (ids, only) => this.#begin(ids, [{ kind: 'force' }], only),
    purge: (ids, how, only) => this.#begin(ids, [purge(how)], only),
    hide: (ids) => this.#begin(ids, [{ kind: 'hide' }]),
    choose: (key, client) => {
      key.raw = { ...key.raw, client };
      key.settings = { ...key.settings, client };
      this.#out.host.save(key.context, key.raw);
      this.look();
    },
    alert: (key) => this.#out.host.alert(key.context),
  };
}

const purge = (how: Purging): Omit<Request, 'client'> => ({ kind: 'purge', ...how });
