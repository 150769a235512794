// Also for a package that compiles this file alone:
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./x11.d.ts" />
import net from 'node:net';
import os from 'node:os';
import type { Client, Setup } from 'x11';
import type { Environment } from '../places.ts';
import { parseDisplay } from './address.ts';
import { cookieFor } from './authority.ts';
import { DisplayFault } from './fault.ts';

type Fail = (fault: DisplayFault) => void;

/** A connection to an X server. */
export interface Display {
  readonly client: Client;
  readonly setup: Setup;
  alive(): boolean;
  /** Calls `fail` when the connection is lost; answers how to stop that. */
  onLost(fail: Fail): () => void;
  close(): void;
}

/**
 * Connects within `ms`, or throws a DisplayFault. Loads the library only now, because most commands never
 * need it, and gives it socket and cookie: by itself it would read our own environment.
 */
export async function connectDisplay(name: string, env: Environment, ms: number): Promise<Display> {
  const place = parseDisplay(name);
  if (!place) throw new DisplayFault('unsupported', `DISPLAY=${name} is no display that we know`);
  const { default: x11 } = await import('x11');
  const socket = net.connect(place.socket);
  // The library says hello in pieces. A server that refuses the first one hangs up on the rest, and then
  // its reason would be lost.
  socket.once('connect', () => {
    socket.cork();
    process.nextTick(() => socket.uncork());
  });
  const waiting = new Set<Fail>();
  let alive = true;
  const lose = (fault: DisplayFault): void => {
    alive = false;
    socket.destroy();
    for (const fail of [...waiting]) fail(fault);
    waiting.clear();
  };
  const lost = (error?: unknown): void => lose(faultOf(name, error));
  const onLost = (fail: Fail): (() => void) => {
    waiting.add(fail);
    return () => waiting.delete(fail);
  };
  const late = new DisplayFault('timeout', `${name} did not answer within ${ms} ms`);
  const timer = setTimeout(() => lose(late), ms);
  try {
    return await new Promise<Display>((resolve, reject) => {
      onLost(reject);
      const options = {
        display: ':0', // Only parsed, because the socket is given.
        stream: socket,
        auth: cookieFor(place.number, os.hostname(), env),
        disableBigRequests: true as const,
      };
      const client = x11.createClient(options, (error, setup) => {
        if (error || !setup) return lost(error);
        // The library keeps one table of names for all servers, but each server has its own numbers.
        client.atoms = { ...client.atoms };
        resolve({ client, setup, onLost, alive: () => alive, close: () => lost() });
      });
      // Every fault comes as an event; without a listener it would end this program.
      client.on('error', lost);
      client.on('end', () => lost());
      socket.on('close', () => lost());
    });
  } finally {
    clearTimeout(timer);
    waiting.clear();
    // An idle connection must not keep the program running.
    socket.unref();
  }
}

function faultOf(name: string, error: unknown): DisplayFault {
  const text = error instanceof Error ? error.message.trim() : 'the server closed the connection';
  const code = /EACCES|Authori[sz]ation|No protocol/i.test(text) ? 'denied' : 'failed';
  return new DisplayFault(code, `${name}: ${text}`);
}
