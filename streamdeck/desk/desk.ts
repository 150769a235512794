import path from 'node:path';
import type { WebSocket } from 'ws';
import type { Machine } from '../../shared/machine/machine.ts';
import { openStore } from '../../shared/store/store.ts';
import { languageOf, type Language } from '../src/language.ts';
import { MORE_CLIENTS } from '../src/more-clients.ts';
import { DeskDeck } from './deck.ts';
import { Endings } from './endings.ts';
import { readFromPage } from './from-page.ts';
import type { FromPage, LogLine, ToPage } from './messages.ts';
import { DeskPractice } from './practice.ts';
import { Site } from './server.ts';

export interface DeskOptions {
  readonly machine: Machine;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The language of the keys until a browser or a person says another. */
  readonly language: Language;
  readonly page: string;
  readonly plugin: string;
  /** The folder in which the practice client is described, so that the person's own settings stay as they are. */
  readonly config: string;
  /** The bundle of the practice client. */
  readonly practice: string;
  readonly port?: number;
}

/** How many lines of the log a page that comes later still sees. */
const KEPT = 200;

/** The virtual deck: the built plugin, a host for it, and a page to press its keys on. */
export interface Desk {
  readonly address: string;
  readonly deck: DeskDeck;
  readonly practice: DeskPractice;
  close(): Promise<void>;
}

export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { machine, config, env, language, plugin } = options;
  const clientsFolder = path.join(config, 'clients');
  const pages = new Set<WebSocket>();
  const lines: LogLine[] = [];
  const say = (message: ToPage): void => {
    const text = JSON.stringify(message);
    for (const page of pages) page.send(text);
  };
  const { clients } = await openStore({
    places: machine.places,
    clientsFolder,
  }).catalogue();
  const nameOf = (id: string, said: Language): string => {
    const client = clients.find((one) => one.id === id);
    return (said.startsWith('zh') ? client?.nameZh : client?.name) ?? id;
  };
  const site = await Site.open({
    ...options,
    onSocket: (socket, language) => welcome(socket, language),
  });

  const deck = new DeskDeck({
    plugin,
    env: { ...env, [MORE_CLIENTS]: clientsFolder },
    language,
    origin: site.origin,
    now: () => machine.clock.now(),
    nameOf,
  });
  const endings = new Endings(machine.places.ourState, (id) => nameOf(id, deck.language));
  const practice = new DeskPractice({ machine, config, bundle: options.practice, env, language });

  deck.on('state', () => say({ kind: 'deck', deck: deck.state() }));
  deck.on('image', (context, image, label) => say({ kind: 'image', context, image, label }));
  deck.on('sign', (context, sign) => say({ kind: 'sign', context, sign }));
  deck.on('open', (url) => say({ kind: 'open', url }));
  deck.on('real', (slot) => say({ kind: 'real', slot }));
  deck.on('line', (line) => {
    lines.push(line);
    if (lines.length > KEPT) lines.shift();
    say({ kind: 'log', lines: [line] });
  });
  endings.on('ended', (ending) => say({ kind: 'ended', ending }));
  practice.on('change', (state) => say({ kind: 'practice', practice: state }));
  practice.on('fault', (text) => say({ kind: 'notice', text }));
  // Elgato's program tells of those it watches; here that is the practice client.
  const watched = { application: 'practice' };
  practice.on('came', () => deck.host?.dispatchAll('applicationDidLaunch', watched));
  practice.on('went', () => deck.host?.dispatchAll('applicationDidTerminate', watched));

  function welcome(socket: WebSocket, preferred: string | undefined): void {
    if (preferred !== undefined) deck.prefer(languageOf(preferred));
    pages.add(socket);
    socket.on('close', () => pages.delete(socket));
    socket.on('error', () => socket.terminate());
    const toPage = (message: ToPage): void => socket.send(JSON.stringify(message));
    toPage({ kind: 'deck', deck: deck.state() });
    toPage({ kind: 'practice', practice: practice.state() });
    toPage({ kind: 'log', lines });
    socket.on('message', (data: Buffer) => {
      const message = readFromPage(data.toString());
      if (!message) return;
      handle(message, toPage).catch((error: unknown) =>
        toPage({ kind: 'notice', text: String(error) }),
      );
    });
  }

  async function handle(message: FromPage, toPage: (message: ToPage) => void): Promise<void> {
    if (message.do === 'practice-start') return practice.start(message.temper);
    if (message.do === 'practice-stop') return practice.stop();
    if (message.do !== 'inspect') return deck.handle(message);
    const opened = deck.inspect(message.slot);
    if (opened) toPage({ kind: 'inspector', ...opened });
  }

  await deck.plugIn();
  return {
    address: site.address,
    deck,
    practice,
    close: async () => {
      endings.close();
      // Each is tidied up, whatever became of the others.
      const all = [deck.unplug(), practice.close(), machine.leave(), site.close()];
      for (const one of await Promise.allSettled(all))
        if (one.status === 'rejected') throw one.reason;
    },
  };
}
