import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { editionsOn } from '../../../shared/core/client.ts';
import { clients } from '../../../shared/clients/index.ts';

/** Linux keeps the first 15 bytes of a program's name (`comm`, proc(5)); OpenDeck compares with just that. */
const COMM = 15;

const monitored = (
  JSON.parse(
    readFileSync('streamdeck/org.clean-exit.keys.sdPlugin/manifest.linux.json', 'utf8'),
  ) as { readonly ApplicationsToMonitor: { readonly linux: readonly string[] } }
).ApplicationsToMonitor.linux;

/** What `comm` says of the roots of all clients on Linux; Wine names a process after the program that it runs. */
const comms = new Set(
  clients
    .flatMap((client) => editionsOn(client, 'linux'))
    .flatMap(({ roots }) => roots.map(({ exe, script }) => path.posix.basename(script ?? exe)))
    .filter((name) => !/[*{]/.test(name))
    .map((name) => Buffer.from(name).subarray(0, COMM).toString()),
);

it('hosts on Linux are told the names that processes of clients have there, and no other', () => {
  expect(new Set(monitored)).toEqual(comms);
  expect(monitored).toContain('telegram-deskto');
});
