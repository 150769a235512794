import type { Run, Said } from '../../run.ts';
import { runByExeca } from '../../run-execa.ts';
import { arguments_, decoded } from './busctl-values.ts';
import { BusFault, CALL_MS, type Call, type Connection } from './connection.ts';

const BUSCTL = '/usr/bin/busctl';
/** Starting the program takes some milliseconds beside the call. */
const START_MS = 500;

/**
 * A bus that is asked by `busctl` (systemd, busctl(1)), one start for each call: for addresses that Node.js
 * 20 cannot reach. Throws a BusFault where nobody listens, or where there is no busctl.
 */
export async function connectByBusctl(
  address: string,
  start: Run = runByExeca,
): Promise<Connection> {
  let alive = true;
  const say = async (args: readonly string[], ms: number): Promise<Said> => {
    const options = [`--address=${address}`, '--json=short', `--timeout=${ms / 1_000}`];
    const said = await start({
      program: BUSCTL,
      args: [...options, '--auto-start=no', ...args],
      timeoutMs: ms + START_MS,
    });
    if (!said.known) throw new BusFault(said.why.code, `${address}: ${said.why.detail ?? ''}`);
    if (said.value.code === 0) return said.value;
    const fault = faultOf(address, said.value.stderr.trim());
    // No call failed: nobody was reached.
    if (!/^Call failed: /.test(said.value.stderr)) alive = false;
    throw fault;
  };
  const rows = async (): Promise<readonly Row[]> =>
    listed((await say(['list', '--unique'], CALL_MS)).stdout);
  // The bus gives the number of busctl's own connection; in another namespace that is another program.
  const shares = (await rows()).some((row) => row.process === 'busctl');
  const connection: Connection = {
    get alive() {
      return alive;
    },
    close: () => (alive = false),
    ownPid: () => Promise.resolve(shares ? process.pid : undefined),
    peers: async () =>
      new Map((await rows()).flatMap(({ name, pid }) => (name && pid ? [[name, pid]] : []))),
    call: async ({
      to,
      path,
      in: iface,
      say: member,
      signature = '',
      body = [],
      ms = CALL_MS,
    }: Call) => {
      const values = signature === '' ? [] : [signature, ...arguments_(signature, body)];
      const { stdout } = await say(['call', '--', to, path, iface, member, ...values], ms);
      return decoded(stdout);
    },
  };
  return connection;
}

interface Row {
  readonly name?: string;
  readonly pid?: number;
  /** The name of the process that has this pid on our side. */
  readonly process?: string;
}

function listed(text: string): readonly Row[] {
  const rows: unknown = JSON.parse(text);
  return Array.isArray(rows) ? rows.filter((row): row is Row => typeof row === 'object') : [];
}

/** What the bus says in words, as names of errors: dbus-daemon, dbus-broker and sd-bus each have their own. */
const NAMES: readonly (readonly [said: RegExp, name: string])[] = [
  [/does not exist$|no such name$|does not have an owner|not activatable/, 'NameHasNoOwner'],
  [/not provided by any/, 'ServiceUnknown'],
  [/[Nn]o such (?:object|path)|Unknown object/, 'UnknownObject'],
  [/[Dd]isconnected|[Cc]onnection (?:reset|terminated)/, 'Disconnected'],
  [/^Remote peer disconnected|no reply/i, 'NoReply'],
  [/./, 'Failed'],
];

function faultOf(address: string, stderr: string): BusFault {
  const called = /^Call failed: (.*)$/s.exec(stderr)?.[1];
  if (called === undefined) return new BusFault(codeOf(stderr), `${address}: ${errnoOf(stderr)}`);
  if (/timed? ?out/i.test(called)) return new BusFault('timeout', `${address}: ${called}`);
  const name = NAMES.find(([said]) => said.test(called))?.[1] ?? 'Failed';
  return new BusFault(codeOf(called), called, `org.freedesktop.DBus.Error.${name}`);
}

const codeOf = (said: string): 'denied' | 'failed' =>
  /[Aa]ccess denied|[Pp]ermission denied|not permitted/.test(said) ? 'denied' : 'failed';

/** With the code of the system's error, as Node.js writes it. */
const errnoOf = (said: string): string =>
  /Connection refused/.test(said)
    ? `connect ECONNREFUSED (${said})`
    : /No such file/.test(said)
      ? `connect ENOENT (${said})`
      : said;
