import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { WebSocket, WebSocketServer } from 'ws';

const FOLDER = 'streamdeck/org.clean-exit.keys.sdPlugin/ui';
// What the virtual deck sends; the page must live with it.
const CSP =
  "default-src 'self'; img-src data: 'self'; connect-src ws://127.0.0.1:*; frame-ancestors 'self'";

/** A message of the page. */
export interface Said {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** Serves the page and is its host: everything is said and heard on one port. */
export interface Site {
  readonly port: number;
  /** Waits for the next message with this event, and takes it. */
  readonly hear: (event: string) => Promise<Said>;
  readonly say: (message: unknown) => void;
  /** Closes every connection of the page. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

/** The page's program, as the build makes it. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['streamdeck/inspector/main.ts'],
    bundle: true,
    format: 'iife',
    target: 'chrome122',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

let made: Promise<string> | undefined;

/** Opens a host on a port of its own. */
export async function openSite(): Promise<Site> {
  const page = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/inspector.html': ['text/html', page('inspector.html')],
    '/inspector.css': ['text/css', page('inspector.css')],
    '/inspector.js': ['text/javascript', await (made ??= bundle())],
    '/favicon.ico': ['image/x-icon', ''],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ''] ?? [];
    response.writeHead(type === undefined ? 404 : 200, {
      'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': CSP,
    });
    response.end(text);
  });
  const sockets = new WebSocketServer({ server });
  const heard: Said[] = [];
  const waiting = new Set<() => void>();
  sockets.on('connection', (socket) =>
    socket.on('message', (data: Buffer) => {
      heard.push(JSON.parse(data.toString('utf8')) as Said);
      for (const look of [...waiting]) look();
    }),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    hear: (event) =>
      new Promise((done) => {
        const look = (): void => {
          const at = heard.findIndex((one) => one.event === event);
          const [found] = at < 0 ? [] : heard.splice(at, 1);
          if (found === undefined) return;
          waiting.delete(look);
          done(found);
        };
        waiting.add(look);
        look();
      }),
    say: (message) => {
      const text = typeof message === 'string' ? message : JSON.stringify(message);
      for (const one of sockets.clients) if (one.readyState === WebSocket.OPEN) one.send(text);
    },
    hangUp: () => {
      for (const one of sockets.clients) one.close();
    },
    close: async () => {
      for (const one of sockets.clients) one.terminate();
      const closed = new Promise((done) => server.close(done));
      // Chromium opens connections that it may never use; closing would wait a minute for them.
      server.closeAllConnections();
      await closed;
    },
  };
}
