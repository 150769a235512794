import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { environmentOf, isSameSpace } from '../linux/own-mounts.ts';
import type { Environment } from '../linux/places.ts';
import { runtimeAddress } from '../linux/tray/address.ts';
import { parseAddresses } from '../linux/tray/parse-address.ts';
import { parseDisplay } from '../linux/windows/address.ts';

/** What leads to one desktop. Two values mean two desktops, and then none of them is the user's. */
const DESKTOP = ['DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS'] as const;
/** XDG base directory specification. */
const FOLDERS = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'] as const;

/**
 * Bus and screen of a user, as the programs say that run for this user now outside sandboxes. Without one desktop that
 * all agree on, none is named: then each client is looked for on its own. The XDG folders are those of the sign-in: one
 * program's are its own (a sandbox, a trial). Is called with that user's rights.
 */
export function desktopOfUser(uid: number, proc = '/proc'): Environment {
  const programs = readdirSync(proc)
    .filter((name) => /^\d+$/.test(name) && ownerOf(`${proc}/${name}`) === uid)
    .map((name) => `${proc}/${name}`)
    .filter((of) => isSameSpace(of, proc, 'mnt'));
  const all = programs.flatMap((of) => environmentOf(of) ?? []);
  const values = (name: string): readonly string[] => [
    ...new Set(all.flatMap((one) => one.get(name) || []).filter((value) => isThere(name, value))),
  ];
  const agreed = (names: readonly string[]): Environment =>
    Object.fromEntries(
      names.flatMap((name) => {
        const [value, ...others] = values(name);
        return value === undefined || others.length > 0 ? [] : [[name, value]];
      }),
    );
  const isOne = DESKTOP.every((name) => values(name).length <= 1);
  const desktop = isOne ? agreed([...DESKTOP, 'XAUTHORITY']) : {};
  const [runtime] = [agreed(['XDG_RUNTIME_DIR'])['XDG_RUNTIME_DIR'], `/run/user/${uid}`].filter(
    (one) => one !== undefined && ownerOf(one) === uid,
  );
  const bus = desktop['DBUS_SESSION_BUS_ADDRESS'] ?? runtimeAddress({ XDG_RUNTIME_DIR: runtime });
  return {
    ...{ ...foldersOf(programs, uid), ...desktop },
    ...(runtime === undefined ? {} : { XDG_RUNTIME_DIR: runtime }),
    ...(bus === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: bus }),
  };
}

/** Those that the sign-in gave to the user's manager (systemd, pam_env(8)), which is known by its place: user@.service(5). */
function foldersOf(programs: readonly string[], uid: number): Environment {
  const manager = programs.find((of) => isIn(of, `/user@${uid}.service/init.scope`));
  const its = manager === undefined ? undefined : environmentOf(manager);
  return Object.fromEntries(
    FOLDERS.flatMap((name) => (its?.get(name) ? [[name, its.get(name)]] : [])),
  );
}

function isIn(of: string, scope: string): boolean {
  try {
    return readFileSync(`${of}/cgroup`, 'utf8')
      .split('\n')
      .some((line) => line.endsWith(scope));
  } catch {
    return false;
  }
}

/** Programs outlive their desktop (tmux) and name the screen of another computer (ssh): neither is one to look at. */
function isThere(name: string, value: string): boolean {
  if (name === 'DISPLAY') return existsSync(parseDisplay(value)?.socketFile ?? '');
  if (name !== 'DBUS_SESSION_BUS_ADDRESS') return true;
  return parseAddresses(value).some(({ keys }) => {
    const socket = keys.get('path');
    return socket === undefined || existsSync(socket);
  });
}

/** Undefined where there is nothing, or nothing for us to see. */
function ownerOf(place: string): number | undefined {
  try {
    return statSync(place).uid;
  } catch {
    return undefined;
  }
}
