import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** A receiver of syslog. */
export interface Receiver {
  readonly host: string;
  readonly port: number;
  /** Over TLS (RFC 5425), else over plain TCP (RFC 6587). Names of files. */
  readonly tls?: {
    /** The certificates that its own is checked against; those of Node where absent. */
    readonly ca?: string;
    /** The certificate and the key of this computer, where the receiver wants one. */
    readonly cert?: string;
    readonly key?: string;
  };
}

/** How Node connects to it. Throws the system's error for a file that cannot be read. */
export function optionsOf({ host, port, tls = {} }: Receiver) {
  const { ca, cert, key } = tls;
  return {
    ...{ host, port, allowHalfOpen: true },
    // Whatever the environment says: a receiver that nobody vouches for gets no log.
    rejectUnauthorized: true,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca: readFileSync(ca) }),
    ...(cert === undefined ? {} : { cert: readFileSync(cert) }),
    ...(key === undefined ? {} : { key: readFileSync(key) }),
  };
}
