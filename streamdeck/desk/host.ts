import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { DEVICES, type Device } from './devices.ts';
import { HOSTS, type HostKind } from './hosts.ts';
import { deviceInfo, infoOf, languageIn } from './info.ts';
import { readManifest, type Manifest } from './manifest.ts';
import type { DeviceId, HostId } from './messages.ts';
import type { Message } from './message.ts';
import { Place, type Where } from './place.ts';
import { BY_STDIN } from './plugin-arguments.ts';
import { Switchboard } from './switchboard.ts';

export interface HostOptions {
  /** The built folder `….sdPlugin`. */
  readonly plugin: string;
  readonly host: HostId;
  readonly device: DeviceId;
  readonly language: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Pages of this origin alone may connect as inspectors. */
  readonly origin?: string | undefined;
  /** What runs the plugin's program, in the place of this Node; what it prints is not heard then. */
  readonly runner?: readonly [program: string, ...args: string[]];
  /** The plugin's global settings, as this host kept them. */
  readonly global?: unknown;
}

/** What a host tells of what goes on. */
interface Events {
  /** A message, in the order in which they were sent and received. */
  message: [from: 'host' | 'plugin' | 'inspector', message: Message];
  /** The plugin painted a place. */
  image: [context: string, image: string];
  sign: [context: string, sign: 'ok' | 'alert'];
  /** An inspector or the plugin asks for a web page. */
  open: [url: string];
  /** Settings of a place were saved. */
  settings: [context: string];
  /** The plugin saved its global settings. */
  global: [settings: unknown];
  /** Somebody registered under a name that is taken. */
  refused: [as: 'plugin' | 'inspector'];
  /** The plugin's process came to its end. */
  ended: [code: number | null, signal: NodeJS.Signals | null];
}

/**
 * Drives a built plugin as Elgato's program does: starts it, speaks its protocol over a WebSocket on loopback,
 * keeps its settings. What other hosts do differently stands in `hosts.ts`.
 */
export class Host extends EventEmitter<Events> {
  readonly kind: HostKind;
  readonly device: Device;
  readonly deviceId = randomBytes(16).toString('hex').toUpperCase();
  readonly manifest: Manifest;
  readonly pluginUuid: string;
  readonly places = new Map<string, Place>();
  /** What the plugin says on its own, beside the protocol. */
  output = '';
  process!: ChildProcess;
  readonly #options: HostOptions;
  readonly #board: Switchboard;
  /** What waits for an inspector that is not connected yet, by its context. */
  readonly #waiting = new Map<string, string[]>();
  #selected: string | undefined;
  #global: unknown;

  private constructor(options: HostOptions, board: Switchboard, pluginUuid: string) {
    super();
    this.#options = options;
    this.#global = options.global ?? {};
    this.kind = HOSTS[options.host];
    this.device = DEVICES[options.device];
    this.manifest = readManifest(options.plugin, this.kind);
    this.pluginUuid = pluginUuid;
    this.#board = board;
    board.on('refused', (name) => this.emit('refused', this.#roleOf(name)));
    board.on('message', (name, message) => this.#hear(name, message));
    board.on('opened', (name) => this.#opened(name));
    board.on('closed', (name) => {
      if (this.kind.inspectorAppears === 'registered')
        this.#dispatchInspector(name, 'propertyInspectorDidDisappear');
    });
  }

  /** Starts the plugin; resolves when it registered, rejects when it ended before that. */
  static async start(options: HostOptions): Promise<Host> {
    const uuid =
      HOSTS[options.host].pluginUuid === 'random'
        ? randomBytes(16).toString('hex').toUpperCase()
        : path.basename(options.plugin);
    const board = await Switchboard.open({
      origin: options.origin,
      nameOf: (first) => host.#nameOf(first),
    });
    const host = new Host(options, board, uuid);
    await host.#launch();
    return host;
  }

  get port(): number {
    return this.#board.port;
  }

  /** What a host says of itself when it starts a plugin or opens an inspector. */
  get info(): object {
    const { kind, device, deviceId, manifest } = this;
    return infoOf({ kind, device, deviceId, manifest, language: this.#options.language });
  }

  /** Puts an action somewhere and shows it; answers the context it is known by. */
  appear(where: Where): string {
    const place = new Place(randomUUID(), where);
    this.places.set(place.context, place);
    this.dispatch('willAppear', place);
    return place.context;
  }

  disappear(context: string): void {
    const place = this.places.get(context);
    if (!place) return;
    this.dispatch('willDisappear', place);
    this.places.delete(context);
  }

  /** One event about a place; `payload` goes beside what every payload says. */
  dispatch(event: string, place: Place, payload: object = {}): void {
    this.#sendTo(this.pluginUuid, this.#about(event, place, payload));
  }

  /** The same for an event that has no payload. */
  dispatchPlain(event: string, { action, context }: Place): void {
    this.#sendTo(this.pluginUuid, { event, action, context, device: this.deviceId });
  }

  /** Gives a place other settings, as its inspector does. */
  setSettings(context: string, settings: unknown): void {
    const place = this.places.get(context);
    if (!place) return;
    this.#save(place, settings);
    this.#sendTo(this.pluginUuid, this.#about('didReceiveSettings', place));
  }

  /** Gives the plugin other global settings, as one of its inspectors does. */
  setGlobal(settings: unknown): void {
    this.#global = settings;
    this.#sendGlobal({ event: 'setGlobalSettings' });
  }

  /** The language that the plugin was started in. */
  get language(): string {
    return languageIn(this.kind, this.#options.language);
  }

  /** A key is selected, and its inspector shown; undefined: none is. */
  select(context: string | undefined): void {
    if (this.kind.inspectorAppears !== 'selected') return;
    if (this.#selected !== undefined)
      this.#dispatchInspector(this.#selected, 'propertyInspectorDidDisappear');
    this.#selected = context;
    if (context !== undefined) this.#dispatchInspector(context, 'propertyInspectorDidAppear');
  }

  /** Somebody opened an address of the plugin, such as `/exit/any`; false where this host has no such thing. */
  openLink(path: string, scheme: 'streamdeck' | 'openaction' = 'streamdeck'): boolean {
    const plugin = scheme === 'streamdeck' ? this.manifest.UUID : this.pluginUuid;
    const whole = `${scheme}://plugins/message/${plugin}${path}`;
    return this.dispatchAll('didReceiveDeepLink', {
      url: this.kind.link === 'whole' ? whole : path,
    });
  }

  /** The deck is pulled out of the computer. */
  unplug(): void {
    if (this.kind.clearsUnplugged)
      for (const context of [...this.places.keys()]) this.disappear(context);
    this.#sendTo(this.pluginUuid, { event: 'deviceDidDisconnect', device: this.deviceId });
  }

  /** An event that is about no place; false where this host does not know it. */
  dispatchAll(event: string, payload?: object): boolean {
    if (this.kind.lacks.includes(event)) return false;
    this.#sendTo(this.pluginUuid, { event, ...(payload ? { payload } : {}) });
    return true;
  }

  /** What an inspector is opened with. */
  inspectorArguments(place: Place): readonly [number, string, string, string, string] {
    const { action, context } = place;
    const about = { action, context, device: this.deviceId, payload: this.#payload(place) };
    return [
      this.port,
      context,
      'registerPropertyInspector',
      JSON.stringify(this.info),
      JSON.stringify(about),
    ];
  }

  /** Sends anything, also what no host would. */
  sendRaw(text: string): void {
    this.#board.send(this.pluginUuid, text);
  }

  /** Ends as a host does that is closed: the connection first; a plugin that stays is ended after a second. */
  async stop(): Promise<void> {
    const ended = this.#hasEnded() ? Promise.resolve() : once(this.process, 'exit');
    this.#board.close();
    const late = setTimeout(() => this.process.kill('SIGKILL'), 1_500);
    await ended;
    clearTimeout(late);
  }

  #hasEnded = (): boolean => this.process.exitCode !== null || this.process.signalCode !== null;

  async #launch(): Promise<void> {
    const { plugin, env, runner } = this.#options;
    const registered = new Promise<void>((resolve) => {
      const hear = (from: string, { event }: Message): void => {
        if (from !== 'plugin' || event !== 'registerPlugin') return;
        this.off('message', hear);
        resolve();
      };
      this.on('message', hear);
    });
    const [program, ...before] = runner ?? [process.execPath, ...BY_STDIN];
    const heard = runner ? 'ignore' : 'pipe';
    const said = [
      ...['-port', String(this.port)],
      ...['-pluginUUID', this.pluginUuid],
      ...['-registerEvent', 'registerPlugin'],
      ...['-info', JSON.stringify(this.info)],
    ];
    this.process = spawn(program, [...before, this.manifest.CodePath, ...(runner ? said : [])], {
      cwd: plugin,
      env: { ...env },
      stdio: [heard, heard, heard],
    });
    // It may have ended before it read them: its end is told below.
    this.process.stdin?.on('error', () => undefined).end(JSON.stringify(said));
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (data: Buffer) => (this.output += data.toString()));
    const ended = new Promise<never>((_resolve, reject) => {
      this.process.on('error', reject);
      this.process.on('exit', (code, signal) => {
        this.emit('ended', code, signal);
        reject(new Error(`the plugin ended (${code ?? signal}): ${this.output}`));
      });
    });
    ended.catch(() => undefined);
    await Promise.race([registered, ended]);
    this.#sendTo(this.pluginUuid, {
      event: 'deviceDidConnect',
      device: this.deviceId,
      deviceInfo: { id: this.deviceId, ...deviceInfo(this.device) },
    });
  }

  /** The name of whoever registers with one that we gave away; nobody else is listened to. */
  #nameOf({ event, uuid = '' }: Message): string | undefined {
    const isPlugin = event === 'registerPlugin' && uuid === this.pluginUuid;
    const isInspector = event === 'registerPropertyInspector' && this.places.has(uuid);
    return isPlugin || isInspector ? uuid : undefined;
  }

  #roleOf = (name: string): 'plugin' | 'inspector' =>
    name === this.pluginUuid ? 'plugin' : 'inspector';

  #hear(name: string, message: Message): void {
    const role = this.#roleOf(name);
    this.emit('message', role, message);
    if (role === 'plugin') this.#fromPlugin(message);
    else this.#fromInspector(message, name);
  }

  #opened(name: string): void {
    for (const text of this.#waiting.get(name) ?? []) this.#board.send(name, text);
    this.#waiting.delete(name);
    if (this.kind.inspectorAppears === 'registered')
      this.#dispatchInspector(name, 'propertyInspectorDidAppear');
  }

  #dispatchInspector(name: string, event: string): void {
    const place = this.places.get(name);
    if (place) this.dispatchPlain(event, place);
  }

  #fromPlugin(message: Message): void {
    const { event, context = '', payload = {} } = message;
    if (this.kind.lacks.includes(event)) return;
    const place = this.places.get(context);
    switch (event) {
      case 'setImage':
        if (place && typeof payload['image'] === 'string')
          this.emit('image', context, (place.image = payload['image']));
        return;
      case 'setFeedback':
        if (place && typeof payload['face'] === 'string' && this.#canRead(payload['face']))
          this.emit('image', context, (place.image = payload['face']));
        return;
      case 'showOk':
      case 'showAlert':
        this.emit('sign', context, event === 'showOk' ? 'ok' : 'alert');
        return;
      case 'setSettings':
        if (!place) return;
        this.#save(place, payload);
        this.#sendTo(context, this.#about('didReceiveSettings', place));
        return;
      case 'getSettings':
        if (place && this.kind.answersUnchanged)
          this.#sendTo(
            this.pluginUuid,
            this.#answer(message, this.#about('didReceiveSettings', place)),
          );
        return;
      case 'setGlobalSettings':
        this.#global = payload;
        this.emit('global', payload);
        return;
      case 'getGlobalSettings':
        if (this.kind.answersUnchanged) this.#sendGlobal(message);
        return;
      case 'sendToPropertyInspector':
        this.#sendTo(context, { event, action: place?.action, context, payload });
        return;
    }
  }

  #canRead = (picture: string): boolean =>
    !this.kind.wantsBase64 || /^data:image\/[\w+.-]+;base64,/.test(picture);

  #fromInspector(message: Message, name: string): void {
    const { event, payload = {} } = message;
    const place = this.places.get(name);
    if (!place) return;
    switch (event) {
      case 'setSettings':
        this.setSettings(name, payload);
        return;
      case 'getSettings':
        this.#sendTo(name, this.#answer(message, this.#about('didReceiveSettings', place)));
        return;
      case 'openUrl':
        this.#open(payload);
        return;
      case 'sendToPlugin': {
        const { action, context } = place;
        this.#sendTo(this.pluginUuid, { event, action, context, payload });
        return;
      }
    }
  }

  /** Web pages alone: what else an address does depends on the computer. */
  #open({ url }: Readonly<Record<string, unknown>>): void {
    if (typeof url === 'string' && url.startsWith('https://')) this.emit('open', url);
  }

  #save(place: Place, settings: unknown): void {
    place.settings = settings;
    this.emit('settings', place.context);
  }

  #sendGlobal(question: Message): void {
    const answer = { event: 'didReceiveGlobalSettings', payload: { settings: this.#global } };
    this.#sendTo(this.pluginUuid, this.#answer(question, answer));
  }

  #answer = ({ id }: Message, answer: object): object =>
    this.kind.echoesIds && id !== undefined ? { ...answer, id } : answer;

  #about = (event: string, place: Place, payload: object = {}): object => ({
    event,
    action: place.action,
    context: place.context,
    device: this.deviceId,
    payload: { ...this.#payload(place), ...payload },
  });

  #payload({ settings, controller, coordinates, isInMultiAction }: Place): object {
    const { tellsAllOfPlaces } = this.kind;
    return {
      settings,
      controller,
      ...(isInMultiAction && !tellsAllOfPlaces ? {} : { coordinates }),
      ...(tellsAllOfPlaces ? { state: 0 } : {}),
      isInMultiAction,
      ...(this.kind.hasResources ? { resources: {} } : {}),
    };
  }

  #sendTo(name: string, message: object): void {
    // Said before it is sent, so that an answer never comes before its question.
    if (this.#board.has(name)) this.emit('message', 'host', message as Message);
    const text = JSON.stringify(message);
    if (this.kind.keepsForInspector && this.places.has(name) && !this.#board.has(name))
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), text]);
    this.#board.send(name, text);
  }
}
