/// <reference lib="dom" />
import { type Heard, hear } from './told.ts';

/** What the page may say to its host. */
export type Said =
  | { readonly event: 'getSettings' }
  | { readonly event: 'setSettings'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly event: 'sendToPlugin'; readonly action: string; readonly payload: object }
  | { readonly event: 'openUrl'; readonly payload: { readonly url: string } };

export interface Host {
  say(this: void, message: Said): void;
}

/** Where the page listens to its host. */
export interface Ears {
  readonly open: () => void;
  readonly heard: (heard: Heard) => void;
  readonly lost: () => void;
}

/** Opens the connection that every page of a plugin has, and registers on it. */
export function connectHost(port: number, uuid: string, register: string, ears: Ears): Host {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  // A person can change a setting before the connection stands.
  const early: object[] = [];
  const send = (message: object): void => {
    if (socket.readyState === WebSocket.CONNECTING) early.push(message);
    // Afterwards the page says that the connection is lost.
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  socket.addEventListener('open', () => {
    send({ event: register, uuid });
    early.forEach(send);
    ears.open();
  });
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const heard = hear(data);
    if (heard) ears.heard(heard);
  });
  socket.addEventListener('close', ears.lost);
  return { say: (message) => send({ ...message, context: uuid }) };
}
