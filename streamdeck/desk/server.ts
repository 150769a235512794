import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import sirv from 'sirv';
import { WebSocketServer, type WebSocket } from 'ws';

/** Pages may load from here alone, and talk to this computer alone. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' ws://127.0.0.1:*",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export interface SiteOptions {
  /** The built page. */
  readonly page: string;
  /** The built plugin, for its pictures and its inspector. */
  readonly plugin: string;
  readonly port?: number;
  /** A page came, and the language that its browser prefers. */
  readonly onSocket: (socket: WebSocket, language: string | undefined) => void;
}

/** The page of the desk, on loopback, behind a random token that only its address tells. */
export class Site {
  readonly origin: string;
  readonly address: string;
  readonly #server: Server;
  readonly #sockets: WebSocketServer;

  private constructor(server: Server, sockets: WebSocketServer, token: string) {
    this.#server = server;
    this.#sockets = sockets;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.address = `${this.origin}/${token}/`;
  }

  static async open({ page, plugin, port = 0, onSocket }: SiteOptions): Promise<Site> {
    const token = randomBytes(24).toString('base64url');
    const server = createServer();
    const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const site = new Site(server, sockets, token);
    const files = { page: sirv(page, { dev: true }), plugin: sirv(plugin, { dev: true }) };
    server.on('request', (request, response) => site.#answer(request, response, files));
    server.on('upgrade', (request, socket, head) => {
      // Whoever hangs up on us in the middle of it must not end us.
      socket.on('error', () => socket.destroy());
      if (!site.#isOurs(request) || site.#below(request) !== '/socket') return refuse(socket);
      // A page of another origin cannot read our address, but it could guess a port.
      if (request.headers.origin !== site.origin) return refuse(socket);
      sockets.handleUpgrade(request, socket, head, (one) => onSocket(one, languageIn(request)));
    });
    return site;
  }

  async close(): Promise<void> {
    for (const one of this.#sockets.clients) one.terminate();
    const closed = once(this.#server, 'close');
    this.#server.close();
    // A browser opens connections that it may never use; they would be waited for.
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(
    request: IncomingMessage,
    response: ServerResponse,
    files: Readonly<Record<'page' | 'plugin', ReturnType<typeof sirv>>>,
  ): void {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const below = this.#isOurs(request) ? this.#below(request) : undefined;
    const nothing = (code: number) => (): void => void response.writeHead(code).end();
    if (below === undefined) return nothing(403)();
    if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405)();
    const isPlugin = below.startsWith('/plugin/');
    request.url = isPlugin ? below.slice('/plugin'.length) : below;
    files[isPlugin ? 'plugin' : 'page'](request, response, nothing(404));
  }

  /** A name that leads here (DNS rebinding) is not our address. */
  #isOurs = ({ headers }: IncomingMessage): boolean => `http://${headers.host}` === this.origin;

  /** The path behind the token; undefined without it. Nothing is parsed that a stranger sent. */
  #below({ url = '' }: IncomingMessage): string | undefined {
    const [path = ''] = url.split('?');
    const prefix = this.address.slice(this.origin.length);
    return path.startsWith(prefix) ? `/${path.slice(prefix.length)}` : undefined;
  }
}

/** `?language=zh-CN` of an address, if it is no longer than a tag. */
const languageIn = ({ url = '' }: IncomingMessage): string | undefined =>
  /[?&]language=([A-Za-z0-9-]{1,35})(?:&|$)/.exec(url)?.[1];

const refuse = (socket: Duplex): void => {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
};
