import { statSync } from 'node:fs';
import path from 'node:path';
import { known, unknown, type Known } from '../../../core/known.ts';
import type { Environment } from '../places.ts';

/**
 * The session bus of an environment: DBUS_SESSION_BUS_ADDRESS, else the socket that systemd keeps in
 * XDG_RUNTIME_DIR (D-Bus specification, "Message bus addresses"). Undefined where there is none.
 */
export function sessionAddress(env: Environment): string | undefined {
  const named = env['DBUS_SESSION_BUS_ADDRESS'];
  if (named) return named;
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
  for (const address of list.split(';').filter(Boolean)) {
    const [, family = '', rest = ''] = /^([^:]*):(.*)$/s.exec(address) ?? [];
    const keys = new Map(
      rest.split(',').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    );
    const socket = keys.get('path');
    if (family === 'unix' && socket !== undefined) {
      const plain = unescape(socket);
      if (!/[,;:=]/.test(plain)) return known(`unix:path=${plain}`);
      refused.push(`the path ${plain} holds a character that cannot be passed on`);
    } else if (family === 'unix' && keys.has('abstract')) {
      refused.push('an abstract socket cannot be reached from Node.js; start the bus with a path');
    } else if (family === 'tcp' && keys.has('port')) return known(`tcp:${rest}`);
    else refused.push(`${family || address}: this kind of address is not supported`);
  }
  return unknown('unsupported', refused.join('; ') || 'the address of the bus is empty');
}

const escape = (text: string): string =>
  text.replace(/[^-0-9A-Za-z_/.\\*]/gu, (char) =>
    [...Buffer.from(char)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Not escaped after all: some programs write the path as it is.
  }
}

function isSocket(file: string): boolean {
  try {
    return statSync(file).isSocket();
  } catch {
    return false;
  }
}
