import { EventEmitter } from 'node:events';
import path from 'node:path';
import { openEngine, type Engine } from '../../shared/engine/engine.ts';
import type { Machine } from '../../shared/machine/machine.ts';
import { openStore } from '../../shared/store/store.ts';
import { startPractice } from '../../shared/practice/start.ts';
import { stopPractice } from '../../shared/practice/stop.ts';
import type { Behaviour } from '../../shared/practice/behaviour.ts';
import type { PracticeProcess, PracticeState } from './messages.ts';

/** How often the page sees who is still there, in ms; only while a practice client is. */
const EVERY_MS = 250;

export interface PracticeOptions {
  readonly machine: Machine;
  /** The folder in which it is described, beside the person's own clients. */
  readonly config: string;
  readonly bundle: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: string;
}

interface Events {
  change: [state: PracticeState];
  /** Something could not be done, in the words of whoever could not. */
  fault: [text: string];
  /** A client began or ended: what a host tells of programs that it watches. */
  came: [];
  went: [];
}

/** The practice client on the desk: one at a time, with its real processes. */
export class DeskPractice extends EventEmitter<Events> {
  readonly #options: PracticeOptions;
  readonly #engine: Engine;
  #behaviour: Behaviour | undefined;
  #processes: readonly PracticeProcess[] = [];
  #icon: PracticeState['icon'] = 'gone';
  #isBusy = false;
  #timer: NodeJS.Timeout | undefined;
  #shown = '';
  #isClosed = false;

  constructor(options: PracticeOptions) {
    super();
    this.#options = options;
    const { machine, config } = options;
    const clientsFolder = path.join(config, 'clients');
    const store = openStore({ places: machine.places, clientsFolder });
    this.#engine = openEngine({ machine, store, surface: 'desk' });
  }

  state = (): PracticeState => ({
    ...(this.#behaviour === undefined ? {} : { temper: this.#behaviour }),
    processes: this.#processes,
    icon: this.#icon,
    isBusy: this.#isBusy,
  });

  start(temper: Behaviour): Promise<void> {
    return this.#alone(async () => {
      const { bundle, config, env, language, machine } = this.#options;
      const { ourState, temp } = machine.places;
      await stopPractice(ourState, config);
      this.#processes = [];
      await startPractice({
        temper,
        bundle,
        configFolder: config,
        stateFolder: ourState,
        temp: temp ?? ourState,
        env,
        lang: language,
      });
      this.#behaviour = temper;
      await this.#look();
      this.emit('came');
    });
  }

  stop(): Promise<void> {
    return this.#alone(async () => {
      const { config, machine } = this.#options;
      await stopPractice(machine.places.ourState, config);
      this.#processes = this.#processes.map((one) => ({ ...one, isThere: false }));
      this.#icon = 'gone';
      this.#behaviour = undefined;
      this.emit('went');
    });
  }

  /** Nothing of it stays. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const { config, machine } = this.#options;
    await stopPractice(machine.places.ourState, config);
  }

  async #alone(what: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#send();
    try {
      await what();
    } catch (error) {
      this.emit('fault', error instanceof Error ? error.message : String(error));
    } finally {
      this.#isBusy = false;
      this.#send();
      if (this.#behaviour !== undefined) this.#later();
    }
  }

  #later(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#look()
        .catch((error: unknown) => this.emit('fault', String(error)))
        .finally(() => this.#later());
    }, EVERY_MS);
  }

  async #look(): Promise<void> {
    const snapshot = (await this.#engine.observe()).find((one) => one.client === 'practice');
    if (!snapshot) return;
    const { processes, trayIcons } = snapshot.seen;
    if (processes.known) {
      const here = new Set(processes.value.map(({ pid }) => pid));
      const known = new Set(this.#processes.map(({ pid }) => pid));
      const fresh = processes.value
        .filter(({ pid }) => !known.has(pid))
        .map(({ pid, name, role }) => ({ pid, name, role, isThere: true }));
      const old = this.#processes.map((one) => ({ ...one, isThere: here.has(one.pid) }));
      this.#processes = [...old, ...fresh];
    }
    this.#icon = !trayIcons.known ? 'unknown' : trayIcons.value.length > 0 ? 'shown' : 'gone';
    this.#send();
  }

  #send(): void {
    const text = JSON.stringify(this.state());
    if (text === this.#shown) return;
    this.#shown = text;
    this.emit('change', this.state());
  }
}
