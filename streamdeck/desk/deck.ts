import { EventEmitter } from 'node:events';
import type { Laid } from '../leaving.ts';
import { Consents } from './consents.ts';
import { Host } from './host.ts';
import type {
  DeckState,
  DeviceId,
  FromPage,
  HostId,
  LogLine,
  PaletteAction,
  Placed,
} from './messages.ts';
import { DEVICES } from './devices.ts';
import { practiceKeys } from './practice-keys.ts';
import { LANGUAGES, type Language, languageOf } from '../src/language.ts';
import { namesIn, paletteOf, type Names } from './names.ts';
import type { Place } from './place.ts';
import { realClient } from './real.ts';
import { labelOf, shortened } from './shown.ts';

export interface DeckOptions {
  readonly plugin: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly origin: string;
  readonly now: () => number;
  /** What people call a client. */
  readonly nameOf: (client: string, language: Language) => string;
}

/** What the log says of somebody who registers under a name that is taken. */
const SECOND = 'a second one registered under this name and was turned away';

interface Events {
  state: [];
  image: [context: string, image: string, label: string];
  sign: [context: string, sign: 'ok' | 'alert'];
  line: [line: LogLine];
  /** A settings page asks for a web page. */
  open: [url: string];
  /** A key was pressed that acts on a real client, and nobody has allowed it yet. */
  real: [slot: string];
}

/** A deck on a desk: what lies where, and the host that it is plugged into. */
export class DeskDeck extends EventEmitter<Events> {
  readonly #options: DeckOptions;
  #host: Host | undefined;
  #device: DeviceId = 'mk2';
  #kind: HostId = 'elgato';
  #language: Language;
  /** A person chose it on the page, so that no browser changes it. */
  #isChosen = false;
  /** The plugin's global settings: a host keeps them when the plugin ends. */
  #global: unknown;
  readonly #consents = new Consents();
  /** Slots whose press the plugin heard. */
  readonly #down = new Set<string>();
  #state: DeckState['plugin']['state'] = 'starting';
  #inspecting: string | undefined;
  /** By slot, for each deck: kept when it is unplugged. */
  readonly #laid = new Map<DeviceId, Map<string, Laid>>();
  readonly #contexts = new Map<string, string>();
  /** One change of host or deck after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(options: DeckOptions) {
    super();
    this.#options = options;
    this.#language = options.language;
  }

  /** Plugs the deck in (again). */
  plugIn(): Promise<void> {
    // One that failed before is no reason not to try.
    return (this.#turn = this.#turn.catch(() => undefined).then(() => this.#start()));
  }

  async unplug(): Promise<void> {
    await this.#turn.catch(() => undefined);
    await this.#host?.stop();
    this.#host = undefined;
  }

  get host(): Host | undefined {
    return this.#host;
  }

  get language(): Language {
    return this.#language;
  }

  /** The browser of a page prefers this language; it counts until a person chooses one. */
  prefer(language: Language): void {
    if (!this.#isChosen) this.#speak(language);
  }

  state(): DeckState {
    const { columns, rows, dials } = DEVICES[this.#device];
    const pid = this.#host?.process.pid;
    return {
      device: this.#device,
      columns,
      rows,
      dials,
      host: this.#kind,
      language: this.#language,
      placed: [...this.#contexts].flatMap(([slot, context]) => this.#placed(slot, context)),
      palette: this.#palette(),
      plugin: { state: this.#state, ...(pid === undefined ? {} : { pid }) },
      inspecting: this.#inspecting,
    };
  }

  /** Carries out what the page asks of the deck. */
  async handle(message: FromPage): Promise<void> {
    switch (message.do) {
      case 'press':
        return this.#press(message.slot);
      case 'release':
        return this.#release(message.slot);
      case 'rotate':
        return this.#send(message.slot, 'dialRotate', { ticks: message.ticks, pressed: false });
      case 'touch':
        return this.#send(message.slot, 'touchTap', { hold: message.hold, tapPos: [100, 50] });
      case 'place':
        return this.#lay(message.slot, {
          slot: message.slot,
          action: message.action.slice(this.#uuid().length + 1),
          settings: { client: 'practice' },
        });
      case 'move':
        return this.#move(message.from, message.to);
      case 'clear':
        return this.#clear(message.slot);
      case 'close-inspector':
        this.#host?.select(undefined);
        return this.#inspect(undefined);
      case 'device':
        this.#device = message.device;
        // At once: the start may have to wait for another one.
        this.#consents.clear();
        return this.plugIn();
      case 'host':
        this.#consents.clear();
        this.#kind = message.host;
        return this.plugIn();
      case 'language':
        this.#isChosen = true;
        return this.#speak(message.language);
      case 'allow':
        return this.#allow(message.slot);
      case 'practise':
        return this.#practise(message.slot);
      case 'wake':
        this.#host?.dispatchAll('systemDidWakeUp');
        return;
    }
  }

  /** What to open the inspector of a slot with; undefined where nothing lies there. */
  inspect(
    slot: string,
  ):
    | { readonly url: string; readonly arguments: ReturnType<Host['inspectorArguments']> }
    | undefined {
    const place = this.#placeAt(slot);
    if (!this.#host || !place) return undefined;
    this.#inspect(slot);
    this.#host.select(place.context);
    const { manifest } = this.#host;
    const action = manifest.Actions.find((one) => one.UUID === place.action);
    const url = action?.PropertyInspectorPath ?? manifest.PropertyInspectorPath;
    return { url: `plugin/${url}`, arguments: this.#host.inspectorArguments(place) };
  }

  async #start(): Promise<void> {
    await this.#host?.stop();
    this.#contexts.clear();
    this.#consents.clear();
    this.#down.clear();
    this.#inspecting = undefined;
    this.#set('starting');
    const { plugin, env, origin } = this.#options;
    const host = await Host.start({
      plugin,
      env,
      origin,
      host: this.#kind,
      device: this.#device,
      language: this.#language,
      global: this.#global,
    });
    this.#host = host;
    host.on('image', (context, image) => this.emit('image', context, image, labelOf(image)));
    host.on('sign', (context, sign) => this.emit('sign', context, sign));
    host.on('message', (from, message) => {
      const at = this.#options.now();
      this.emit('line', { at, from, event: message.event, text: shortened(message) });
    });
    host.on('settings', (context) => {
      this.#changed(host, context);
      this.#keepSettings();
      this.emit('state');
    });
    host.on('open', (url) => this.emit('open', url));
    host.on('global', (settings) => this.#keepGlobal(settings));
    host.on('refused', (from) => {
      const at = this.#options.now();
      this.emit('line', { at, from, event: 'refused', text: SECOND });
    });
    host.on('ended', () => {
      if (this.#host !== host) return;
      this.#consents.clear();
      this.#set('ended');
    });
    for (const laid of this.#lying().values()) this.#appear(laid);
    this.#set('running');
  }

  #set(state: DeckState['plugin']['state']): void {
    this.#state = state;
    this.emit('state');
  }

  #uuid = (): string => this.#host?.manifest.UUID ?? '';

  #lying(): Map<string, Laid> {
    const device = this.#device;
    const first = practiceKeys(device).map((one) => [one.slot, one] as const);
    const lying = this.#laid.get(device) ?? new Map(first);
    this.#laid.set(device, lying);
    return lying;
  }

  #appear({ slot, action, settings }: Laid): void {
    const [kind = '', at = ''] = slot.split(':');
    const [column = 0, row = 0] = at.split(',').map(Number);
    const controller = kind === 'dial' ? 'Encoder' : 'Keypad';
    const where = {
      action: `${this.#uuid()}.${action}`,
      controller,
      column,
      row,
      settings,
    } as const;
    const context = this.#host?.appear(where);
    if (context !== undefined) this.#contexts.set(slot, context);
  }

  #lay(slot: string, laid: Laid): void {
    const isKnown = this.#palette().some(({ uuid, controllers }) => {
      const controller = slot.startsWith('dial:') ? 'Encoder' : 'Keypad';
      return uuid === `${this.#uuid()}.${laid.action}` && controllers.includes(controller);
    });
    if (!isKnown || !this.#isSlot(slot)) return;
    this.#clear(slot);
    this.#lying().set(slot, laid);
    this.#appear(laid);
    this.emit('state');
  }

  #isSlot(slot: string): boolean {
    const { columns, rows, dials } = DEVICES[this.#device];
    const [, column, row] = /^key:(\d+),(\d+)$/.exec(slot) ?? [];
    if (column !== undefined) return Number(column) < columns && Number(row) < rows;
    return Number(/^dial:(\d+)$/.exec(slot)?.[1] ?? dials) < dials;
  }

  #move(from: string, to: string): void {
    const laid = this.#lying().get(from);
    if (!laid || from === to || from.split(':')[0] !== to.split(':')[0]) return;
    const other = this.#lying().get(to);
    this.#clear(from);
    this.#lay(to, { ...laid, slot: to });
    if (other) this.#lay(from, { ...other, slot: from });
  }

  #clear(slot: string): void {
    const context = this.#contexts.get(slot);
    if (this.#inspecting === slot) this.#inspecting = undefined;
    if (context !== undefined) this.#host?.disappear(context);
    if (context !== undefined) this.#consents.forget(context);
    this.#contexts.delete(slot);
    this.#down.delete(slot);
    this.#lying().delete(slot);
    this.emit('state');
  }

  #inspect(slot: string | undefined): void {
    this.#inspecting = slot;
    this.emit('state');
  }

  /** Settings that the plugin or its inspector changed stay when the deck is plugged in again. */
  #keepSettings(): void {
    for (const [slot, laid] of this.#lying()) {
      const settings = this.#placeAt(slot)?.settings;
      if (settings) this.#lying().set(slot, { ...laid, settings: settings as Laid['settings'] });
    }
  }

  /** Keys and page change at once, without a new start: what is under way goes on. */
  #speak(language: Language): void {
    if (language === this.#language) return;
    this.#language = language;
    this.#global = { ...(this.#global as object | undefined), language };
    this.#host?.setGlobal(this.#global);
    this.emit('state');
  }

  /** The inspector can choose the language of all keys as well. */
  #keepGlobal(settings: unknown): void {
    this.#global = settings;
    const { language } = settings as { readonly language?: unknown };
    this.#language =
      LANGUAGES.find((one) => one === language) ?? languageOf(this.#host?.language ?? 'en');
    this.emit('state');
  }

  #press(slot: string): void {
    const place = this.#placeAt(slot);
    if (place && !this.#consents.has(place)) {
      this.#consents.ask(place);
      this.emit('real', slot);
      return;
    }
    this.#down.add(slot);
    this.#send(slot, `${partOf(slot)}Down`);
  }

  /** Of a press that nobody heard no release is told. */
  #release(slot: string): void {
    if (this.#down.delete(slot)) this.#send(slot, `${partOf(slot)}Up`);
  }

  /** What lies there by now may do something else than the dialog said: then it is asked again. */
  #allow(slot: string): void {
    const place = this.#placeAt(slot);
    if (place && !this.#consents.allow(place) && !this.#consents.has(place))
      return this.#press(slot);
    this.emit('state');
  }

  /** A key that is held while it becomes another one is let go: the hold was meant for what it was. */
  #changed(host: Host, context: string): void {
    const place = host.places.get(context);
    if (!place) return;
    this.#consents.changed(place);
    const slot = [...this.#contexts].find(([, one]) => one === context)?.[0];
    if (slot === undefined || this.#consents.has(place) || !this.#down.delete(slot)) return;
    host.setSettings(context, place.settings);
  }

  #practise(slot: string): void {
    const place = this.#placeAt(slot);
    if (place)
      this.#host?.setSettings(place.context, { ...(place.settings as object), client: 'practice' });
  }

  #send(slot: string, event: string, payload: object = {}): void {
    const place = this.#placeAt(slot);
    if (place) this.#host?.dispatch(event, place, payload);
  }

  #placeAt(slot: string): Place | undefined {
    const context = this.#contexts.get(slot);
    return context === undefined ? undefined : this.#host?.places.get(context);
  }

  #placed(slot: string, context: string): readonly Placed[] {
    const place = this.#host?.places.get(context);
    if (!place) return [];
    const { action, image } = place;
    const name = this.#names()[action]?.Name ?? action;
    const label = image === undefined ? '' : labelOf(image);
    return [{ slot, context, action, name, image, label, real: this.#real(place) }];
  }

  #real(place: Place): Placed['real'] {
    const client = realClient(place.settings);
    if (client === undefined) return undefined;
    const isAllowed = this.#consents.has(place);
    if (client === 'any') return { isAllowed };
    return { name: this.#options.nameOf(client, this.#language), isAllowed };
  }

  #palette = (): readonly PaletteAction[] =>
    paletteOf(this.#host?.manifest.Actions ?? [], this.#names());

  #names = (): Names => namesIn(this.#options.plugin, this.#language);
}

const partOf = (slot: string): string => (slot.startsWith('dial:') ? 'dial' : 'key');
