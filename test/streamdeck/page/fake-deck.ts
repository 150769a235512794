import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FromPage, ToPage } from '../../../streamdeck/desk/messages.ts';

const PAGE = 'streamdeck/desk/page';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
const POLICY =
  "default-src 'self'; img-src 'self' data:; connect-src 'self' ws://127.0.0.1:*; frame-src 'self'";
const INSPECTOR = `window.connectElgatoStreamDeckSocket = (...given) => (document.title = JSON.stringify(given));`;

/** The server's half of the contract, without a plugin behind it. */
export interface FakeDeck {
  readonly url: string;
  /** What the page said since the last `forget`. */
  readonly heard: FromPage[];
  /** Waits until the page said so many messages since the last `forget`. */
  hears(count: number): Promise<readonly FromPage[]>;
  forget(): void;
  send(...messages: readonly ToPage[]): void;
  /** What every page is told first. */
  greet(...messages: readonly ToPage[]): void;
  /** Waits for the next page to connect. */
  connected(): Promise<void>;
  hangUp(): void;
  close(): Promise<void>;
}

/** Bundles the page as it is shipped, and serves it. */
export async function startFakeDeck(): Promise<FakeDeck> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'clean-exit-page-'));
  await build({
    entryPoints: [`${PAGE}/main.ts`],
    bundle: true,
    format: 'esm',
    target: 'chrome122',
    outfile: path.join(folder, 'page.js'),
    logLevel: 'silent',
  });
  const files: Readonly<Record<string, () => Promise<Buffer | string>>> = {
    '': () => readFile(`${PAGE}/index.html`),
    'page.css': () => readFile(`${PAGE}/page.css`),
    'page.js': () => readFile(path.join(folder, 'page.js')),
    'plugin/icon.svg': async () => ICON,
    'plugin/ui/key.html': async () =>
      '<!doctype html><select></select><script src="key.js"></script>',
    'plugin/ui/key.js': async () => INSPECTOR,
  };

  const server = createServer((request, response) => {
    const name = (request.url ?? '').replace('/token/', '');
    const file = files[name];
    if (file === undefined) return void response.writeHead(404).end();
    response.setHeader('content-type', TYPES[path.extname(name)] ?? 'text/html');
    response.setHeader('content-security-policy', POLICY);
    void file().then((body) => response.end(body));
  });
  const sockets = new WebSocketServer({ server, path: '/token/socket' });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));

  const heard: FromPage[] = [];
  let waiting: (() => void)[] = [];
  let greeting: readonly ToPage[] = [];
  const post = (socket: WebSocket, messages: readonly ToPage[]): void =>
    messages.forEach((message) => socket.send(JSON.stringify(message)));
  sockets.on('connection', (socket) => {
    post(socket, greeting);
    socket.on('message', (data: Buffer) => {
      heard.push(JSON.parse(data.toString()) as FromPage);
      waiting.forEach((look) => look());
    });
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token/`,
    heard,
    hears: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (heard.length < count) return;
          waiting = waiting.filter((one) => one !== look);
          resolve([...heard]);
        };
        waiting.push(look);
        look();
      }),
    forget: () => void heard.splice(0),
    send: (...messages) => sockets.clients.forEach((socket) => post(socket, messages)),
    greet: (...messages) => void (greeting = messages),
    connected: () => new Promise((resolve) => sockets.once('connection', () => resolve())),
    hangUp: () => sockets.clients.forEach((socket) => socket.terminate()),
    close: async () => {
      sockets.clients.forEach((socket) => socket.terminate());
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M3 4h14v9H9l-4 4v-4H3z" fill="#fff"/></svg>';
