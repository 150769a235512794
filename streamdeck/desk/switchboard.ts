import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { parsed, type Message } from './message.ts';

/** Who may connect: pages of this origin alone, and only under a name that was given away. */
export interface Rules {
  readonly origin: string | undefined;
  /** The name of whoever says this first; undefined for strangers. */
  readonly nameOf: (first: Message) => string | undefined;
}

interface Events {
  message: [name: string, message: Message];
  opened: [name: string];
  closed: [name: string];
  /** A second one said a name that is taken; the first one stays. */
  refused: [name: string];
}

/** The lines between the host, the plugin and the inspectors, on loopback. */
export class Switchboard extends EventEmitter<Events> {
  readonly #server: WebSocketServer;
  readonly #sockets = new Map<string, WebSocket>();
  readonly #rules: Rules;

  private constructor(server: WebSocketServer, rules: Rules) {
    super();
    this.#server = server;
    this.#rules = rules;
    server.on('connection', (socket, { headers }) => this.#connected(socket, headers.origin));
  }

  static async open(rules: Rules): Promise<Switchboard> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    return new Switchboard(server, rules);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  has = (name: string): boolean => this.#sockets.has(name);

  /** To whoever is connected under this name, if anybody. */
  send(name: string, text: string): void {
    this.#sockets.get(name)?.send(text);
  }

  close(): void {
    for (const socket of this.#server.clients) socket.close();
    this.#server.close();
  }

  #connected(socket: WebSocket, origin: string | undefined): void {
    // Programs send no origin; a page of any other origin has no business here.
    if (origin !== undefined && origin !== this.#rules.origin) return socket.terminate();
    let name: string | undefined;
    socket.on('error', () => socket.terminate());
    socket.on('message', (data: Buffer) => {
      const message = parsed(data.toString());
      if (!message) return;
      if (name === undefined) {
        name = this.#rules.nameOf(message);
        if (name === undefined) return socket.terminate();
        if (this.#isTaken(name)) {
          this.emit('refused', name);
          name = undefined;
          return socket.terminate();
        }
        this.#register(name, socket);
      }
      this.emit('message', name, message);
    });
  }

  #isTaken = (name: string): boolean => this.#sockets.get(name)?.readyState === WebSocket.OPEN;

  #register(name: string, socket: WebSocket): void {
    this.#sockets.set(name, socket);
    this.emit('opened', name);
    socket.on('close', () => {
      if (this.#sockets.get(name) !== socket) return;
      this.#sockets.delete(name);
      this.emit('closed', name);
    });
  }
}
