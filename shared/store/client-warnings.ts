import { readSync } from 'node:fs';
import { editionsOn, type Client, type ProcessPattern } from '../core/client.ts';
import type { Platform } from '../core/model.ts';
import { expand, placeValues, type Places } from '../core/paths.ts';
import type { FileFault } from './user-clients.ts';
import { programBehind } from './program-behind.ts';
import { atRegular } from '../machine/files/read-regular.ts';

/** As many bytes of a first line as the kernel reads. */
const FIRST_LINE_BYTES = 256;

/**
 * Programs in the user's client files that no process will ever show, because the kernel names what it
 * really runs: the interpreter of a script. Links are followed. Only what exists here is looked at.
 */
export function clientWarnings(
  clients: readonly Client[],
  platform: Platform,
  places: Places,
): readonly FileFault[] {
  return clients.flatMap((client) => {
    if (client.origin === 'catalogue') return [];
    const { file } = client.origin;
    return editionsOn(client, platform).flatMap((edition) =>
      (['roots', 'helpers'] as const).flatMap((role) =>
        edition[role].flatMap((pattern, at) => {
          const expected = doubt(pattern, places, role);
          const field = `editions.${client.editions.indexOf(edition)}.${role}.${at}.exe`;
          return expected === undefined
            ? []
            : [
                {
                  file,
                  field,
                  expected,
                  problem: { code: 'script', detail: pattern.exe } as const,
                },
              ];
        }),
      ),
    );
  });
}

function doubt(
  { exe, sandbox }: ProcessPattern,
  places: Places,
  role: 'roots' | 'helpers',
): string | undefined {
  // A path of a sandbox is another file outside of it.
  if (/[*?[]/.test(exe) || sandbox !== undefined) return undefined;
  const program = expand(exe, placeValues(places));
  try {
    if (program === undefined) return undefined;
    // What runs there is known all the same.
    if (role === 'roots' && programBehind(program)?.isOpen === false) return undefined;
    const script = atRegular(program, 'follow', interpreterLine, Infinity);
    return script === undefined
      ? undefined
      : `the program that runs it: ${program} is a script (${script}); name its interpreter as "exe" and ${program} as "script"`;
  } catch {
    return undefined; // Not installed here, or hidden from us: nothing is known against it.
  }
}

/** `#!/bin/sh` where it is a script. */
function interpreterLine(fd: number): string | undefined {
  const bytes = Buffer.alloc(FIRST_LINE_BYTES);
  const line = bytes.toString('utf8', 0, readSync(fd, bytes, 0, bytes.length, 0));
  return line.startsWith('#!') ? line.split(/[\r\n]/, 1)[0] : undefined;
}
