import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestKind } from '../../shared/core/model.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { request, type RequestOptions } from '../../shared/cli/commands/request.ts';
import type { Context } from '../../shared/cli/context.ts';
import { PLAIN, speaking } from '../../shared/cli/print/screen.ts';
import { openEngine } from '../../shared/engine/engine.ts';

import { openStore } from '../../shared/store/store.ts';
import { readReceipts } from '../../shared/store/read-receipts.ts';
import { Deck } from '../../streamdeck/src/deck.ts';
import { tidyHomes } from '../cli/home.ts';
import { launcher, simulated } from '../raycast/stage.ts';
import { labelOf, uuid } from '../streamdeck/plugin/stage.ts';

/** The person says yes to whatever the command line asks. */
vi.mock('../../shared/cli/confirm.ts', () => ({ confirm: async () => 'question' }));

tidyHomes();
const decks: AbortController[] = [];
afterEach(() => {
  for (const one of decks.splice(0)) one.abort();
});

/** A PC of one value, and what happens on it by itself. */
function computer() {
  const { machine, world, come } = simulated('windows');
  world.files = [
    { path: 'C:/c/pictures', client: 'wechat', tier: 'cache', bytes: 1_150_000_000 },
    { path: 'C:/Msg/MSG0.db', client: 'wechat', tier: 'messages', bytes: 9_000_000 },
  ];
  return {
    ...{ machine, come },
    openWindow: () =>
      void world.windows.push({ id: '1', title: 'chat', pid: 3_000, visible: true }),
    quits: () => {
      for (const actor of [...world.actors]) world.leave(actor);
      world.icons = [];
    },
  };
}
type Computer = ReturnType<typeof computer>;

/** How one surface asks; `meanwhile` happens between the question and the answer. */
interface Asking {
  exit(): Promise<unknown>;
  force(): Promise<unknown>;
  hide(): Promise<unknown>;
  purge(meanwhile?: () => void): Promise<unknown>;
}

/** The evening: an exit, a force, a hide, a purge that comes too late, and one that does not. */
async function evening(surface: (at: Computer) => Asking): Promise<readonly Receipt[]> {
  const at = computer();
  const ask = surface(at);
  at.come(1_000, 'polite');
  await ask.exit();
  at.come(2_000, 'deaf');
  await ask.force();
  at.come(3_000, 'polite');
  at.openWindow();
  await ask.hide();
  at.quits();
  await ask.purge(() => at.come(4_000, 'polite'));
  at.quits();
  await ask.purge();
  return readReceipts(at.machine.places.ourState).receipts;
}

/** At a terminal; `listed`: the person looked at the list before, as Raycast shows it. */
const commandLine =
  (listed: boolean) =>
  ({ machine }: Computer): Asking => {
    const store = openStore({ places: machine.places });
    const run = async (kind: RequestKind, options: RequestOptions = {}): Promise<unknown> => {
      const { clients, faults } = await store.catalogue();
      const context: Context = {
        ...{
          machine,
          store,
          clients,
          faults,
          lang: 'en',
          json: false,
          env: {},
          practiceBundle: '',
        },
        screen: {
          ...speaking(() => {}),
          ...{ isTerminal: false, canAsk: true, unicode: true, paint: PLAIN },
        },
        cancelled: new AbortController().signal,
      };
      return request(context, kind, ['wechat'], options);
    };
    return {
      exit: () => run('exit'),
      force: () => run('force'),
      hide: () => run('hide'),
      purge: async (meanwhile) => {
        const engine = openEngine({ machine, store, surface: 'command line' });
        const tiers = ['cache'] as const;
        const wanted = { kind: 'purge', client: 'wechat', tiers, consent: 'ask' } as const;
        const { listing } = (await engine.preview(wanted)).plan;
        meanwhile?.();
        return run('purge', listed && listing?.known ? { asShown: listing.value.code } : {});
      },
    };
  };

const raycast = ({ machine }: Computer): Asking => {
  const { start, world } = launcher(machine);
  const run = (command: string) => start(command, { arguments: { client: 'wechat' } }).ended;
  world.answer = () => true;
  return {
    exit: () => run('safe-exit'),
    force: () => run('force-exit'),
    hide: () => run('hide'),
    purge: async (meanwhile) => {
      world.answer = () => {
        meanwhile?.();
        return true;
      };
      const view = start('purge-cache', { arguments: { client: 'wechat' } });
      await view.until('the cache', () => /^Cache \| 1 file/.test(view.row('Cache')));
      view.select('Cache');
      await view.press('Move to Recycle Bin…');
      view.stop();
    },
  };
};

const deck = ({ machine }: Computer): Asking => {
  const shown = new Map<string, string>();
  const cancel = new AbortController();
  decks.push(cancel);
  const keys = new Deck({
    ...{ machine, language: 'en', cancelled: cancel.signal },
    store: openStore({ places: machine.places }),
    settle: async () => {},
    host: {
      paint: (context, picture) => void shown.set(context, labelOf(picture)),
      ...{ alert: () => {}, save: () => {}, saveLanguage: () => {}, sendToInspector: () => {} },
      log: (line, error) => expect.fail(`${line} ${String(error)}`),
    },
  });
  const receipts = (): number => readReceipts(machine.places.ourState).receipts.length;
  /** A key appears, is pressed once it shows this, and goes when there is one receipt more. */
  const press = async (action: string, shows: RegExp, during?: () => void): Promise<void> => {
    const before = receipts();
    const settings = { client: 'wechat', holdMs: 500 };
    keys.appear({
      ...{ context: action, device: 'deck', uuid: uuid(action), settings },
      ...{ isDial: false, isInMultiAction: false },
    });
    await vi.waitFor(() => expect(shown.get(action)).toMatch(shows), 10_000);
    keys.down(action);
    if (!/hide|safe/.test(action)) during?.();
    else keys.up(action);
    await vi.waitFor(() => expect(receipts()).toBe(before + 1), 10_000);
    await keys.settled();
    keys.disappear(action);
    shown.delete(action);
  };
  return {
    exit: () => press('safe-exit', /in tray|running/),
    force: () => press('force-exit', /hold/),
    hide: () => press('hide', /hide|running|in tray/),
    purge: (meanwhile) => press('purge-cache', /purge 1.*GB/, meanwhile),
  };
};

/** All but which surface it was, and when. */
const withoutSurface = (receipts: readonly Receipt[]): readonly string[] =>
  receipts.map((receipt) =>
    JSON.stringify(receipt, (name, value: unknown) =>
      ['surface', 'id', 'at', 'elapsedMs', 'ms'].includes(name) ? undefined : value,
    ),
  );

describe('the same evening', () => {
  it('has the same receipts from Raycast, to the byte, as from the command line', async () => {
    const [ours, theirs] = [await evening(commandLine(true)), await evening(raycast)];
    expect(theirs.map(({ surface }) => surface)).toEqual(Array(5).fill('Raycast'));
    expect(theirs.map(({ request, result }) => `${request} ${result}`)).toEqual(DONE);
    expect(withoutSurface(theirs)).toEqual(withoutSurface(ours));
  });

  it('has the same receipts from the keys, to the byte, as from a command line that was shown no list', async () => {
    const [ours, theirs] = [await evening(commandLine(false)), await evening(deck)];
    expect(theirs.map(({ surface }) => surface)).toEqual(Array(5).fill('Stream Deck'));
    expect(theirs.map(({ request, result }) => `${request} ${result}`)).toEqual(DONE);
    // A key is held where a terminal asks.
    const asked = withoutSurface(theirs).map((one) =>
      one.replace('"by":"hold"', '"by":"question"'),
    );
    expect(asked).toEqual(withoutSurface(ours));
  });
});

const DONE = ['exit done', 'force done', 'hide done', 'purge refused', 'purge done'];
