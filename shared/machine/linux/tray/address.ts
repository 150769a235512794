import { statSync } from 'node:fs';
import path from 'node:path';
import { known, unknown, type Known } from '../../../core/known.ts';
import type { Environment } from '../places.ts';
import { escape, parseAddresses } from './parse-address.ts';

/**
 * The session bus of an environment: DBUS_SESSION_BUS_ADDRESS, else the socket that systemd keeps in
 * XDG_RUNTIME_DIR (D-Bus specification, "Message bus addresses"). Undefined where there is none. People
 * switch the bus off by `disabled:`; `autolaunch:` is what libdbus does where nothing is set.
 */
export function sessionAddress(env: Environment): string | undefined {
  const named = env['DBUS_SESSION_BUS_ADDRESS'];
  if (named?.startsWith('disabled:')) return undefined;
  return named && !named.startsWith('autolaunch:') ? named : runtimeAddress(env);
}

/** The socket that systemd keeps in XDG_RUNTIME_DIR; undefined where there is none. */
export function runtimeAddress(env: Environment): string | undefined {
  const runtime = env['XDG_RUNTIME_DIR'];
  if (!runtime || !path.isAbsolute(runtime)) return undefined;
  const socket = path.join(runtime, 'bus');
  return isSocket(socket) ? `unix:path=${escape(socket)}` : undefined;
}

/**
 * The part of an address list that our library reaches: it takes a plain path or a TCP port, and it
 * neither unescapes nor splits with care. Everything else is refused with the reason.
 */
export function reachableAddress(list: string): Known<string> {
  const refused: string[] = [];
  for (const { family, keys } of parseAddresses(list)) {
    const socket = keys.get('path');
    if (family === 'unix' && socket !== undefined) {
      if (!/[,;:=]/.test(socket)) return known(`unix:path=${socket}`);
      refused.push(`the path ${socket} holds a character that cannot be passed on`);
    } else if (family === 'unix' && keys.has('abstract')) {
      refused.push('an abstract socket cannot be reached from Node.js; start the bus with a path');
    } else if (family === 'tcp' && keys.has('port')) {
      const rest = [...keys].filter(([key]) => key !== 'guid').map((pair) => pair.join('='));
      return known(`tcp:${rest.join(',')}`);
    } else refused.push(`${family}: this kind of address is not supported`);
  }
  return unknown('unsupported', refused.join('; ') || 'the address of the bus is empty');
}

/** The part of an address list that busctl reaches and our library does not; undefined where there is none. */
export const busctlAddress = (list: string): string | undefined =>
  parseAddresses(list).flatMap(({ family, keys }) =>
    (['path', 'abstract'] as const).flatMap((key) => {
      const value = family === 'unix' ? keys.get(key) : undefined;
      return value === undefined ? [] : [`unix:${key}=${escape(value)}`];
    }),
  )[0];

function isSocket(file: string): boolean {
  try {
    return statSync(file).isSocket();
  } catch {
    return false;
  }
}
