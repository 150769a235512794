import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { account, another } from './account.ts';
import type { Client } from '../../shared/core/client.ts';
import { clientOf, clientSchema } from '../../shared/schema/client.ts';
import { behaviour } from './behaviour.ts';
import type { Order } from './hold.ts';
import { layOut } from './places.ts';
import { BWRAP, LOADER, type Programs } from './programs.ts';
import { scriptOf } from './scripts.ts';
import { isOfCatalogue, type Start } from './start.ts';

/** One start, with its files in place. */
export interface Staged {
  readonly id: string;
  /** What the user wrote about it; the catalogue has its own. */
  readonly client?: Client;
  readonly order: Order;
  /** How many processes say that they are ready. */
  readonly ready: number;
  /** What an update does to its files once it runs. */
  readonly update: () => void;
  readonly clear: () => void;
}

/** Puts the files of a start below `home`; `n` tells it apart from all others. */
export function stage(start: Start, programs: Programs, home: string, n: number): Staged {
  const id = isOfCatalogue(start) ? start.client : `orachat${n}`;
  const script = scriptOf(start);
  const ending = script?.ending ?? (start.loader === 'electron' ? '.asar' : '');
  const place = layOut(start, { id, home, top: programs.top, n, ending });
  mkdirSync(place.folder, { recursive: true });
  const real = path.join(place.folder, place.file);
  if (script) script.write(real);
  else if (start.loader === 'electron') writeFileSync(real, 'no archive');
  else copy(start.loader === 'ld-linux' ? programs.loaded : programs.actor, real);
  const { env, part, ready } = behaviour(start, place);
  if (part !== undefined) copy(programs.actor, part);
  const named = linked(start, place);
  const inBox = start.sandbox === 'mounts' ? path.join(place.base, 'box') : undefined;
  if (inBox !== undefined) mkdirSync(inBox, { recursive: true });
  const other = start.place === 'hard-link' ? path.join(place.base, 'start-it') : undefined;
  if (other !== undefined) linkSync(real, other);
  const shown = other ?? (inBox === undefined ? named : path.join(inBox, place.file));
  const words = script ? script.command(shown, place.folder) : { argv: [shown], cwd: '/' };
  const loader =
    start.loader === 'electron'
      ? [programs.electron]
      : start.loader === 'ld-linux' && LOADER !== undefined
        ? [LOADER]
        : [];
  const box =
    start.sandbox === 'bwrap'
      ? [
          BWRAP,
          '--dev-bind',
          '/',
          '/',
          '--unshare-pid',
          '--proc',
          '/proc',
          '--chdir',
          words.cwd,
          '--',
        ]
      : [];
  return {
    id,
    ...(isOfCatalogue(start)
      ? {}
      : { client: own(id, start, script?.runner, place.pattern ?? named, part) }),
    order: {
      argv: [...box, ...loader, ...words.argv],
      cwd: words.cwd,
      account: start.user === 'another' ? (another ?? account) : account,
      env,
      ...(inBox === undefined ? {} : { bind: { from: place.folder, to: inBox } }),
    },
    ready: script ? 1 : ready,
    update: () => {
      if (start.place === 'renamed') renameSync(real, `${real}.old`);
      if (start.place === 'set-aside') renameSync(real, `${real}_old`);
      if (start.place === 'deleted') rmSync(real);
      if (start.place === 'moved' && inBox === undefined)
        renameSync(place.folder, `${place.folder}-1.2`);
    },
    clear: () => {
      for (const one of [place.base, ...place.also]) rmSync(one, { recursive: true, force: true });
    },
  };
}

function copy(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(from, to);
  chmodSync(to, 0o755);
}

/** The path by which the program is started and named: its own, or that of a link to it or to its folder. */
function linked({ link }: Start, { base, folder, file }: ReturnType<typeof layOut>): string {
  const real = path.join(folder, file);
  if (link === 'none') return real;
  mkdirSync(path.join(base, 'links'), { recursive: true });
  const at = path.join(base, 'links', link === 'exe' ? file : 'current');
  symlinkSync(link === 'exe' ? real : folder, at);
  return link === 'exe' ? at : path.join(at, file);
}

/** The file that a user writes about the client. */
const own = (
  id: string,
  { client }: Start,
  runner: string | undefined,
  file: string,
  part: string | undefined,
): Client =>
  clientOf(
    clientSchema.parse({
      schema: 'clean-exit/client/1',
      ...{ id, name: id },
      editions: [
        {
          platform: 'linux',
          roots: [{ name: client, ...(runner ? { exe: runner, script: file } : { exe: file }) }],
          helpers: part === undefined || part.includes('/browser/') ? [] : [{ exe: part }],
        },
      ],
    }),
    `/${id}.json`,
  );
