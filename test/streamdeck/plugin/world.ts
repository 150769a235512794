import { memoryStore } from '../../engine/memory-store.ts';
import { vi } from 'vitest';
import type { Client } from '../../../shared/core/client.ts';
import type { Policy } from '../../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../../shared/core/policy.ts';
import type { Receipt } from '../../../shared/core/receipt.ts';
import type { AuditLog } from '../../../shared/store/audit/audit-log.ts';
import { simulatedMachine, type Blindness } from '../../../shared/machine/simulated/simulated.ts';
import { enter, type Behaviour } from '../../../shared/machine/simulated/behaviours.ts';
import { World } from '../../../shared/machine/simulated/world.ts';
import { Deck } from '../../../streamdeck/src/deck.ts';
import type { Host } from '../../../streamdeck/src/host.ts';
import type { ToInspector } from '../../../streamdeck/src/messages.ts';
import { CHAT, WORK } from '../../laws/stage.ts';
import { labelOf, uuid } from './stage.ts';
import { seeingBy, snapshotOf } from '../../observe.ts';

/** Everything that a deck sent, with the moment in ms. */
export interface Sent {
  readonly at: number;
  readonly context: string;
  readonly label: string;
  readonly picture: string;
  /** The clients of which the last look before it saw a process or an icon. */
  readonly here: readonly string[];
}

export interface Options {
  readonly temper?: Behaviour;
  readonly blind?: Blindness;
  readonly policy?: Policy | undefined;
  readonly clients?: readonly Client[];
  readonly log?: AuditLog;
}

/**
 * A deck without an SDK on a machine that is one value, with a clock of its own: an evening at the keys in a
 * moment. Timers have to be faked by whoever uses it.
 */
export class DeckWorld {
  readonly world = new World();
  readonly machine;
  readonly deck: Deck;
  readonly sent: Sent[] = [];
  readonly lines: string[] = [];
  readonly receipts: Receipt[] = [];
  readonly settled: { say: 'is' | 'is-not'; client: string; place: string }[] = [];
  readonly alerts: string[] = [];
  readonly saved: unknown[] = [];
  readonly told: ToInspector[] = [];
  looks = 0;
  /** Set it, and every look throws. */
  broken = false;
  #here: readonly string[] = [];
  readonly cancel = new AbortController();

  constructor({ temper, blind, clients = [CHAT, WORK], log, ...more }: Options = {}) {
    if (temper !== undefined) this.enter(temper);
    const simulated = simulatedMachine(this.world, blind);
    this.machine = seeingBy(simulated, async (...all) => {
      this.looks++;
      if (this.broken) throw new Error('the probe broke');
      const seen = await snapshotOf(simulated, ...all);
      const { actors, icons } = this.world;
      const of = (client: string): boolean =>
        icons.some(({ id }) => id === client) ||
        actors.some(({ process: { exe } }) => exe.known && exe.value.includes(`/${client}/`));
      this.#here = ['chat', 'work'].filter(of);
      return seen;
    });
    const policy = 'policy' in more ? more.policy : DEFAULT_POLICY;
    const host: Host = {
      paint: (context, picture) =>
        this.sent.push({
          at: this.world.now,
          context,
          label: labelOf(picture),
          picture,
          here: this.#here,
        }),
      alert: (context) => this.alerts.push(context),
      save: (_context, settings) => this.saved.push(settings),
      saveLanguage: (language) => this.saved.push(language),
      sendToInspector: (_context, message) => this.told.push(message),
      log: (line, error) =>
        this.lines.push(`${line} ${error instanceof Error ? error.message : ''}`),
    };
    this.deck = new Deck({
      machine: this.machine,
      host,
      store: memoryStore(clients, { policy, receipts: this.receipts, ...(log ? { log } : {}) }),
      settle: async (say, client, place) => void this.settled.push({ say, client, place }),
      language: 'en',
      cancelled: this.cancel.signal,
    });
  }

  enter(temper: Behaviour, pid = 1_000, chat = 'chat'): void {
    enter(this.world, {
      temper,
      pid,
      rootExe: `/opt/${chat}/${chat}`,
      helperExe: `/opt/${chat}/ChatAppEx`,
      helpers: 1,
      iconId: chat,
    });
  }

  appear(
    context: string,
    action: string,
    settings: object = { client: 'chat' },
    more: object = {},
  ): void {
    this.deck.appear({
      context,
      device: 'deck-1',
      uuid: uuid(action),
      isDial: action === 'dial',
      isInMultiAction: false,
      settings,
      ...more,
    });
  }

  /** A short press. */
  press(context: string): void {
    this.deck.down(context);
    this.deck.up(context);
  }

  /** What a key shows now, in the words of a screen reader. */
  label(context: string): string {
    return this.sent.findLast((one) => one.context === context)?.label ?? '';
  }

  labels(context: string): readonly string[] {
    return this.sent.filter((one) => one.context === context).map((one) => one.label);
  }

  /** Lets time pass, for the world and for the timers. */
  async pass(ms: number): Promise<void> {
    const until = this.world.now + ms;
    while (this.world.now < until) {
      const step = Math.min(25, until - this.world.now);
      this.world.advance(this.world.now + step);
      await vi.advanceTimersByTimeAsync(step);
    }
  }
}
