import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';

/** Users that this computer gets for the length of a suite. */
export const ANNA = 61_001;
export const BEN = 61_002;
/** The group of the name that anna's number also has, and one more that this name is in. */
export const GROUPS_OF_TWIN = [61_005, 61_006] as const;
/** A group that anna is in beside her own. */
const CHOIR = 61_003;
export const GROUPS_OF_ANNA = [ANNA, CHOIR];

export interface House {
  readonly homes: Readonly<Record<'anna' | 'ben' | 'twin', string>>;
  /** The command of one command line of the built program, as root in this house runs it. */
  command(...args: readonly string[]): readonly [program: string, args: string[]];
  /** What runs a program of this house, as root or as anna in her home. */
  inside(who: 'root' | 'anna', ...args: readonly string[]): readonly [string, string[]];
  /** Runs it with an environment in which a secret lies. */
  run(...args: readonly string[]): Promise<Answer>;
  end(): Promise<void>;
}

export interface Answer {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

export const SECRET = 'of-root-alone';

/** A mount namespace with two more users in the system's list, and with the program where all may read it. */
export async function openHouse({ ownEtc = false } = {}): Promise<House> {
  const top = mkdtempSync(path.join(os.tmpdir(), 'clean-exit-house-'));
  chmodSync(top, 0o755);
  const at = (name: string): string => path.join(top, name);
  const homes = { anna: at('anna'), ben: at('ben'), twin: at('twin') };
  const [gid, beside] = GROUPS_OF_TWIN;
  for (const [name, uid] of [
    ['anna', ANNA],
    ['ben', BEN],
    ['twin', ANNA],
  ] as const) {
    mkdirSync(homes[name], { mode: 0o700 });
    chownSync(homes[name], uid, uid);
  }
  mkdirSync(at('program'));
  writeFileSync(at('node'), '');
  const users = [
    `anna:x:${ANNA}:${ANNA}:Anna:${homes.anna}:/bin/bash`,
    `ben:x:${BEN}:${BEN}:Ben:${homes.ben}:/bin/sh`,
    `twin:x:${ANNA}:${gid}:Anna once more:${homes.twin}:/bin/sh`,
    `guest:x:61004:61004:No home:${at('missing')}:/bin/sh`,
  ];
  const groups = [
    `anna:x:${ANNA}:`,
    `ben:x:${BEN}:`,
    `choir:x:${CHOIR}:anna`,
    `band:x:${beside}:twin`,
  ];
  for (const [name, more] of [['passwd', users] as const, ['group', groups] as const])
    writeFileSync(at(name), `${readFileSync(`/etc/${name}`, 'utf8')}${more.join('\n')}\n`);
  const holder = hold(top, ownEtc);
  await once(holder.stdout ?? holder, 'data');
  const command: House['command'] = (...args) => [
    '/usr/bin/nsenter',
    [`--mount=/proc/${holder.pid}/ns/mnt`, '--', at('node'), BIN(top), ...args],
  ];
  return {
    homes,
    command,
    inside: (who, ...args) => [
      '/usr/bin/nsenter',
      [
        ...[`--mount=/proc/${holder.pid}/ns/mnt`, `--wdns=${homes.anna}`, '--'],
        ...(who === 'anna' ? AS_ANNA : []),
        ...args,
      ],
    ],
    run: async (...args) => {
      const how = { env: environment, extendEnv: false, reject: false, stdin: 'ignore' } as const;
      const { exitCode, stdout, stderr } = await execa(...command(...args), how);
      return { code: exitCode, out: stdout, err: stderr };
    },
    end: async () => {
      holder.stdin?.end();
      if (holder.exitCode === null) await once(holder, 'exit');
      rmSync(top, { recursive: true, force: true });
    },
  };
}

const AS_ANNA = [
  '/usr/bin/setpriv',
  ...[`--reuid=${ANNA}`, `--regid=${ANNA}`, '--clear-groups', '--'],
];

const BIN = (top: string): string => path.join(top, 'program/bin/clean-exit.cjs');

/** What root's shell may hold. */
export const environment = {
  ...{ PATH: process.env['PATH'] ?? '', HOME: '/root', LANG: 'C.UTF-8', TOKEN: SECRET },
  XDG_STATE_HOME: '/root/.state-of-root',
};

/** Keeps the namespace until its standard input ends; with `ownEtc` it has a copy of /etc for its own. */
function hold(top: string, ownEtc: boolean): ChildProcess {
  const script = [
    // What is written to /etc goes with the house.
    ...(ownEtc ? [`cp -a /etc ${top}/etc`, `mount --bind ${top}/etc /etc`] : []),
    ...['passwd', 'group'].map((one) => `mount --bind ${top}/${one} /etc/${one}`),
    `mount --bind ${process.cwd()} ${top}/program`,
    `mount --bind ${process.execPath} ${top}/node`,
    'echo ready; exec cat > /dev/null',
  ];
  return spawn('/usr/bin/unshare', ['--mount', '/bin/sh', '-ec', script.join('\n')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}
