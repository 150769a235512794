import type { Client } from '../../shared/core/client.ts';
import type { Policy, Request } from '../../shared/core/model.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import type { Hands } from './action.ts';
import { actionOf } from './actions/index.ts';
import { inspectorState } from './inspector-state.ts';
import { dropStale } from './ends.ts';
import { dataUri, face, strip } from './face.ts';
import type { Facts } from './facts.ts';
import { Holds } from './holds.ts';
import type { Appearance, Host } from './host.ts';
import type { Key } from './key.ts';
import { languageOf, type Language } from './language.ts';
import { Looker } from './looker.ts';
import { meant } from './meant.ts';
import type { FromInspector } from './messages.ts';
import { Painter } from './painter.ts';
import { Requests, type Purging } from './requests.ts';
import { readSettings } from './settings.ts';

/** How often something that moves is drawn, in ms; a painter sends ten a second, and news need room. */
const FRAME_MS = 250;
const HOLD_FRAME_MS = 125;

export interface Outside {
  readonly machine: Machine;
  readonly clients: () => Promise<readonly Client[]>;
  /** How many client files of the user could not be read the last time. */
  readonly unread: () => number;
  readonly policy: () => Promise<Policy | undefined>;
  readonly keep: (receipt: Receipt) => void;
  readonly host: Host;
  /** The host's language, as its tag. */
  readonly language: string;
  readonly cancelled: AbortSignal;
}

/** All visible keys, and what a person does with them. It knows no SDK, so that it can be tested alone. */
export class Deck {
  readonly #out: Outside;
  readonly #keys = new Map<string, Key>();
  readonly #looker: Looker;
  readonly #requests: Requests;
  readonly #painter: Painter;
  /** The view that each key was last drawn from. */
  readonly #drawn = new Map<string, string>();
  readonly #holds: Holds;
  #clients: readonly Client[] = [];
  #policy: Policy | undefined;
  #language: Language | 'auto' = 'auto';
  #inspected: string | undefined;
  #frames: NodeJS.Timeout | undefined;
  #pace = 0;

  constructor(out: Outside) {
    const { machine, host, cancelled, keep } = out;
    this.#out = out;
    const clients = async (): Promise<readonly Client[]> => (this.#clients = await out.clients());
    const policy = async (): Promise<Policy | undefined> => (this.#policy = await out.policy());
    this.#painter = new Painter(host.paint, () => machine.now());
    this.#looker = new Looker({
      machine,
      clients,
      wanted: () => this.#wanted(),
      onSeen: () => this.#seen(),
      onFault: (what, error) => host.log(`${what} failed`, error),
    });
    this.#requests = new Requests({
      machine,
      clients,
      policy,
      keep,
      language: () => (this.#spoken().startsWith('zh') ? 'zh' : 'en'),
      cancelled,
      onSeen: (seen) => this.#looker.saw(seen),
      onEnd: (client) => {
        this.#looker.changed([client]);
        this.look();
      },
      onChange: () => this.paint(),
    });
    this.#holds = new Holds(
      () => machine.now(),
      (key) => actionOf(key.action)?.held?.(key, this.#hands),
    );
    policy().then(
      () => this.paint(),
      (error: unknown) => host.log('policy', error),
    );
  }

  /** Requests that are under way. */
  settled = (): Promise<void> => this.#requests.settled();

  appear({ context, uuid, isDial, isInMultiAction, settings }: Appearance): void {
    if (!actionOf(uuid)) return this.#out.host.log(`no such action: ${uuid}`);
    const key: Key = {
      context,
      action: uuid,
      isDial,
      isInMultiAction,
      ...this.#read(context, settings),
      page: 0,
    };
    this.#keys.set(context, key);
    this.#drawn.delete(context);
    this.#looker.setVisible(true);
    this.#paint(key);
    this.look();
  }

  disappear(context: string): void {
    const key = this.#keys.get(context);
    if (key) this.#holds.cancel(key);
    this.#keys.delete(context);
    this.#painter.forget(context);
    this.#drawn.delete(context);
    this.#looker.setVisible(this.#keys.size > 0);
  }

  settings(context: string, raw: unknown): void {
    const key = this.#keys.get(context);
    if (!key) return;
    Object.assign(key, this.#read(context, raw));
    // What it was about to do was meant for what it was before.
    this.#holds.cancel(key);
    key.offerUntil = undefined;
    this.#paint(key);
    this.look();
  }

  down(context: string): void {
    const key = this.#keys.get(context);
    const action = key && actionOf(key.action);
    if (!key || !action) return;
    const now = this.#now(key);
    if (!key.isInMultiAction && (key.isDial || action.canHold?.(now, this.#facts())))
      this.#holds.begin(key, action.canHold?.(now, this.#facts()) ?? false);
    else action.press(key, this.#hands);
    this.#paint(key);
  }

  up(context: string): void {
    const key = this.#keys.get(context);
    if (!key) return;
    if (this.#holds.release(key)) actionOf(key.action)?.press(key, this.#hands);
    this.#paint(key);
  }

  turn(context: string, ticks: number): void {
    const key = this.#keys.get(context);
    if (!key || !Number.isInteger(ticks)) return;
    this.#holds.cancel(key);
    actionOf(key.action)?.turn?.(key, ticks, this.#hands);
    this.#paint(key);
  }

  touch(context: string, isLong: boolean): void {
    const key = this.#keys.get(context);
    if (!key) return;
    actionOf(key.action)?.touch?.(key, isLong, this.#hands);
    this.#paint(key);
  }

  /** A script pressed: the safe exit alone, because any page can open such an address. */
  exitByLink(client: string): void {
    const { settings } = readSettings({ client });
    const ids = meant({ settings, language: 'en' }, this.#facts()).ids;
    this.#begin(ids, [{ kind: 'exit' }]);
  }

  /** A hint that something changed; whether it is so is seen by a look. */
  look = (): void => void this.#looker.look();

  wake(): void {
    this.#looker.wake();
    this.paint();
  }

  language(tag: string): void {
    this.#language = tag === 'auto' ? 'auto' : languageOf(tag);
    this.paint();
  }

  inspect(context: string | undefined): void {
    this.#inspected = context;
  }

  hear(context: string, message: FromInspector): void {
    this.#inspected = context;
    if ('say' in message) {
      this.language(message.language);
      this.#out.host.saveLanguage(message.language);
    }
    this.look();
    this.#tell(context);
    this.#looker.findInstalled().then(
      () => this.#tell(context),
      (error: unknown) => this.#out.host.log('installed clients', error),
    );
  }

  paint(): void {
    for (const key of this.#keys.values()) this.#paint(key);
    this.#move();
  }

  #paint(key: Key): void {
    const view = actionOf(key.action)?.view(this.#now(key), this.#facts());
    if (!view) return;
    // Drawing costs more than knowing that nothing changed, and mostly nothing did.
    const words = JSON.stringify(view);
    if (this.#drawn.get(key.context) !== words) {
      this.#drawn.set(key.context, words);
      this.#painter.paint(key.context, dataUri(key.isDial ? strip(view) : face(view)));
      if (this.#inspected === key.context) this.#tell(key.context);
    }
    if (key.hold || key.hint || key.offerUntil !== undefined) this.#move();
  }

  /** Draws what moves, as long as anything does: a request, a hold, a word that stands for a while. */
  #move(): void {
    const now = this.#out.machine.now();
    for (const key of this.#keys.values()) {
      if (key.hint && key.hint.until < now) key.hint = undefined;
      if (key.offerUntil !== undefined && key.offerUntil < now) key.offerUntil = undefined;
    }
    const keys = [...this.#keys.values()];
    const isHeld = keys.some((key) => key.hold);
    const moves =
      isHeld ||
      (keys.length > 0 && this.#requests.works.size > 0) ||
      keys.some((key) => key.hint ?? key.offerUntil);
    this.#animate(!moves ? 0 : isHeld ? HOLD_FRAME_MS : FRAME_MS);
  }

  /** Draws at this pace, in ms; not at all with 0. */
  #animate(ms: number): void {
    if (ms === this.#pace) return;
    this.#pace = ms;
    clearInterval(this.#frames);
    if (ms > 0) this.#frames = setInterval(() => this.paint(), ms).unref();
  }

  #tell(context: string): void {
    const key = this.#keys.get(context);
    if (!key) return;
    const shown = this.#painter.shown(context) ?? '';
    const state = inspectorState(this.#now(key), this.#facts(), {
      face: shown,
      platform: this.#out.machine.platform,
      language: this.#language,
    });
    this.#out.host.tellInspector(context, state);
  }

  #seen(): void {
    dropStale(this.#requests.ends, this.#looker.glances);
    this.paint();
  }

  #facts(): Facts {
    const { glances, sizes, details, installed } = this.#looker;
    const { works, ends } = this.#requests;
    const now = this.#out.machine.now();
    const clients = this.#clients;
    return {
      now,
      clients,
      unread: this.#out.unread(),
      glances,
      sizes,
      details,
      installed,
      works,
      ends,
      policy: this.#policy,
    };
  }

  #spoken = (): Language =>
    this.#language === 'auto' ? languageOf(this.#out.language) : this.#language;

  #now = (key: Key): Key & { readonly language: Language } => ({
    ...key,
    language: this.#spoken(),
  });

  #wanted(): readonly string[] {
    const keys = [...this.#keys.values()].filter((key) => actionOf(key.action)?.wantsSizes);
    return [...new Set(keys.flatMap((key) => meant(this.#now(key), this.#facts()).ids))];
  }

  #read(context: string, raw: unknown): Pick<Key, 'settings' | 'raw'> {
    const { settings, faults } = readSettings(raw);
    if (faults.length > 0)
      this.#out.host.log(`settings of ${context} not understood: ${faults.join(', ')}`);
    return { settings, raw: typeof raw === 'object' && raw ? { ...raw } : {} };
  }

  #begin(ids: readonly string[], requests: readonly Omit<Request, 'client'>[]): void {
    for (const id of ids) this.#requests.begin(id, requests);
    // Nobody is there: that is looked at, not believed.
    if (ids.length === 0) this.look();
  }

  readonly #hands: Hands = {
    facts: () => this.#facts(),
    look: this.look,
    exit: (key, then) =>
      this.#begin(this.#ids(key), [{ kind: 'exit' }, ...(then ? [purge(then)] : [])]),
    force: (key) => this.#begin(this.#ids(key), [{ kind: 'force' }]),
    purge: (key, how) => this.#begin(this.#ids(key), [purge(how)]),
    hide: (key) => this.#begin(this.#ids(key), [{ kind: 'hide' }]),
    detail: (key) => {
      this.#looker
        .detail(this.#ids(key))
        .catch((error: unknown) => this.#out.host.log('details failed', error));
    },
    choose: (key, client) => {
      key.raw = { ...key.raw, client };
      key.settings = { ...key.settings, client };
      this.#out.host.save(key.context, key.raw);
      this.look();
    },
    alert: (key) => this.#out.host.alert(key.context),
    repaint: (key) => this.#paint(key),
  };

  #ids = (key: Key): readonly string[] => meant(this.#now(key), this.#facts()).ids;
}

const purge = (how: Purging): Omit<Request, 'client'> => ({ kind: 'purge', ...how });
