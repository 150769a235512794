import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { send } from '../../../shared/machine/syslog/send.ts';
import type { Receiver } from '../../../shared/machine/syslog/receiver.ts';
import { programs } from '../../desk/missing.ts';
import { until } from '../../desk/until.ts';

export interface Rsyslog {
  readonly receiver: Receiver;
  readonly to: string;
  start(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Dead when this is done. */
  kill(): Promise<void>;
  /** Where it writes them. */
  readonly file: string;
  /** The bytes of each message behind its header. */
  lines(): readonly string[];
}

export interface TlsFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Debian's rsyslog in a folder, with a configuration of its own; `queue` is that of its rule set. */
export async function rsyslogIn(
  folder: string,
  { queue = 'Direct', tls }: { queue?: 'Direct' | 'LinkedList'; tls?: TlsFiles } = {},
): Promise<Rsyslog> {
  const port = await freePort();
  const at = (name: string): string => path.join(folder, name);
  writeFileSync(at('rsyslog.conf'), configured({ folder, port, queue, tls }));
  const receiver: Receiver = {
    ...{ host: 'localhost', port },
    ...(tls ? { tls: { ca: tls.ca } } : {}),
  };
  let child: ChildProcess | undefined;
  return {
    ...{ file: at('audit.log'), receiver, to: `syslog+${tls ? 'tls' : 'tcp'}://localhost:${port}` },
    async start() {
      const args = ['-n', '-f', at('rsyslog.conf'), '-i', at('pid')];
      child = spawn(programs.rsyslog.file, args, { stdio: 'ignore' });
      await until(() => send(receiver, Buffer.of(), 2_000).then(() => true), 'rsyslog listens');
    },
    signal: (signal) => child?.kill(signal),
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    lines: () => readFileSync(at('audit.log'), 'utf8').split('\n').slice(0, -1),
  };
}

/** What `docs/audit-ship.md` tells an administrator to write. */
const configured = ({
  folder,
  port,
  queue,
  tls,
}: {
  folder: string;
  port: number;
  queue: string;
  tls: TlsFiles | undefined;
}): string => `
global(workDirectory="${folder}" maxMessageSize="64k"${
  tls
    ? ` defaultNetstreamDriver="ossl" defaultNetstreamDriverCAFile="${tls.ca}"
  defaultNetstreamDriverCertFile="${tls.cert}" defaultNetstreamDriverKeyFile="${tls.key}"`
    : ''
})
module(load="imtcp"${
  tls ? ' StreamDriver.Name="ossl" StreamDriver.Mode="1" StreamDriver.AuthMode="anon"' : ''
})
template(name="line" type="string" string="%msg%\\n")
ruleset(name="audit" queue.type="${queue}") {
  action(type="omfile" file="${folder}/audit.log" template="line")
}
input(type="imtcp" port="${port}" ruleset="audit")
`;

/** A CA of its own, and the certificate of a receiver of this name. */
export function tlsFiles(folder: string, name = 'localhost'): TlsFiles {
  const at = (one: string): string => path.join(folder, one);
  const run = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  run(
    'req',
    '-x509',
    ...made,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    '/CN=Our CA',
  );
  run('req', ...made, '-keyout', at('key.pem'), '-out', at('csr.pem'), '-subj', `/CN=${name}`);
  writeFileSync(at('names'), `subjectAltName=DNS:${name}\n`);
  const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'];
  run('x509', '-req', '-in', at('csr.pem'), ...by, '-extfile', at('names'), '-out', at('cert.pem'));
  return { ca: at('ca.pem'), cert: at('cert.pem'), key: at('key.pem') };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
