import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { optionsOf, type Receiver } from './receiver.ts';

/** A receiver that is silent for longer counts as one that does not answer. */
const TIMEOUT_MS = 30_000;
/** A receiver that refuses us after the connection stands closes at once: it gets this long, and some round trips. */
const REFUSAL_MS = 20;
const ROUND_TRIPS = 4;

/**
 * Sends bytes by a connection of their own and ends it; done once the receiver has closed its side after that, which it
 * does when it has read all of them. syslog has no other answer: what a receiver keeps in memory can still be lost.
 * Throws the system's error, or one with the code `TIMEOUT` or `CLOSED-EARLY`.
 */
export function send(receiver: Receiver, bytes: Buffer, timeoutMs = TIMEOUT_MS): Promise<void> {
  return new Promise((done, failed) => {
    const began = performance.now();
    const socket = opened(receiver);
    let isEnded = false;
    const fail = (code: string, message: string): void => {
      socket.destroy(Object.assign(new Error(message), { code }));
    };
    socket.setTimeout(timeoutMs, () => fail('TIMEOUT', 'the receiver did not answer'));
    socket.on('error', failed);
    // What it says is nothing to us, and unread it would hold its end back.
    socket.resume();
    socket.on('end', () =>
      isEnded ? done() : fail('CLOSED-EARLY', 'the receiver closed before it had all'),
    );
    socket.on('close', () => failed(Object.assign(new Error('closed'), { code: 'CLOSED-EARLY' })));
    let roundTripMs = 0;
    socket.once('connect', () => {
      roundTripMs = performance.now() - began;
    });
    socket.once(receiver.tls ? 'secureConnect' : 'connect', () => {
      socket.write(bytes, (error) => {
        if (error) return;
        // Its close means nothing before ours: until then it has no reason for one but a refusal, or its death.
        setTimeout(
          () => {
            isEnded = !socket.destroyed && !socket.readableEnded;
            if (isEnded) socket.end();
          },
          REFUSAL_MS + ROUND_TRIPS * roundTripMs,
        );
      });
    });
  });
}

const opened = (receiver: Receiver): Socket =>
  receiver.tls ? connectTls(optionsOf(receiver)) : connect(optionsOf(receiver));
