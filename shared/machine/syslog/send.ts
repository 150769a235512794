import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** A receiver of syslog. */
export interface Receiver {
  readonly host: string;
  readonly port: number;
  /** Over TLS (RFC 5425), else over plain TCP (RFC 6587). */
  readonly tls?: {
    /** The certificates that its own is checked against; those of the system where absent. */
    readonly ca?: string;
    /** The certificate and the key of this computer, where the receiver wants one. */
    readonly cert?: string;
    readonly key?: string;
  };
}

/** A receiver that is slower than this counts as one that does not answer. */
const TIMEOUT_MS = 30_000;

/**
 * Sends bytes by a connection of their own, and waits until the receiver has closed it after all of them: that it got
 * them. syslog has no other answer. Throws the system's error, or one with the code `TIMEOUT` or `CLOSED-EARLY`.
 */
export function send(receiver: Receiver, bytes: Buffer, timeoutMs = TIMEOUT_MS): Promise<void> {
  return new Promise((done, failed) => {
    const socket = opened(receiver);
    let isSent = false;
    const fail = (code: string, message: string): void => {
      socket.destroy(Object.assign(new Error(message), { code }));
    };
    socket.setTimeout(timeoutMs, () => fail('TIMEOUT', 'the receiver did not answer'));
    socket.on('error', failed);
    // What it says is nothing to us, and unread it would hold its end back.
    socket.resume();
    socket.on('end', () =>
      isSent ? done() : fail('CLOSED-EARLY', 'the receiver closed before it had all'),
    );
    socket.on('close', () => failed(Object.assign(new Error('closed'), { code: 'CLOSED-EARLY' })));
    const start = (): void => {
      socket.write(bytes, (error) => {
        if (error) return;
        isSent = true;
        socket.end();
      });
    };
    socket.once(receiver.tls ? 'secureConnect' : 'connect', start);
  });
}

function opened({ host, port, tls }: Receiver): Socket {
  if (!tls) return connect({ host, port, allowHalfOpen: true });
  const { ca, cert, key } = tls;
  return connectTls({
    ...{ host, port, allowHalfOpen: true },
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
    ...(ca === undefined ? {} : { ca: readFileSync(ca) }),
    ...(cert === undefined ? {} : { cert: readFileSync(cert) }),
    ...(key === undefined ? {} : { key: readFileSync(key) }),
  });
}
