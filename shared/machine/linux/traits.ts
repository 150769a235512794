import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { editionsOn, type Client } from '../../core/client.ts';
import type { ClientId, Process, Traits } from '../../core/model.ts';
import { expand, pathTest, placeGlobs, placeValues, type Places } from '../../core/paths.ts';
import { programOf } from '../../core/recognition/program.ts';
import { appBeside } from './app-name.ts';
import { environmentOf } from './own-mounts.ts';
import { companyOf } from './pe-company.ts';
import { wineFile } from './wine-file.ts';

/** What is read of a program that has a client's name: compiled once for a catalogue. */
export interface TraitReader {
  /** Of one process, whose program is at `exe`. */
  of(process: Process, exe: string): Traits;
}

export function traitReader(clients: readonly Client[], places: Places, proc: string): TraitReader {
  const editions = clients.flatMap((client) =>
    editionsOn(client, 'linux').map((edition) => ({ client, edition })),
  );
  const siblings = [...new Set(editions.flatMap(({ edition }) => edition.siblings ?? []))];
  const roots = editions.flatMap(({ client, edition }) =>
    edition.data.flatMap((root) => {
      const folder = expand(root.path, placeGlobs(places));
      return folder === undefined
        ? []
        : [{ id: client.id, isBelow: pathTest(`${folder}/**`, 'sensitive') }];
    }),
  );
  const locks = editions.flatMap(({ client, edition }) =>
    edition.data.flatMap((root) => {
      const folder = expand(root.path, placeValues(places));
      return folder === undefined ? [] : [{ id: client.id, file: `${folder}/SingletonLock` }];
    }),
  );
  return {
    of: (process, exe) => {
      const of = `${proc}/${process.pid}`;
      const folder = path.dirname(exe);
      const beside = siblings.filter((name) => existsSync(`${folder}/${name}`));
      const open = openFiles(of);
      const holds = new Set<ClientId>([
        ...roots
          .filter(({ isBelow }) => open.some((file) => isBelow.test(file)))
          .map(({ id }) => id),
        ...locks.filter(({ file }) => linkOf(file).endsWith(`-${process.pid}`)).map(({ id }) => id),
      ]);
      const program = programOf(process);
      const company =
        program?.by === 'wine'
          ? companyOf(wineFile(program.given, environmentOf(of)) ?? '')
          : undefined;
      const appImage = appImageOf(of, exe);
      return {
        ...(appImage === undefined ? {} : { appImage }),
        // What a shared Electron runs has a package of its own.
        ...(program?.by === 'electron' ? {} : appBeside(folder)),
        ...(company === undefined ? {} : { company }),
        ...(beside.length === 0 ? {} : { beside }),
        ...(holds.size === 0 ? {} : { holds: [...holds] }),
      };
    },
  };
}

/** Children inherit these two, so that a browser opened from a chat has them as well: its program decides. */
export function appImageOf(of: string, exe: string): string | undefined {
  const env = environmentOf(of);
  const [image, folder] = [env?.get('APPIMAGE'), env?.get('APPDIR')];
  return image?.startsWith('/') && folder && exe.startsWith(`${folder}/`) ? image : undefined;
}

function openFiles(of: string): readonly string[] {
  try {
    return readdirSync(`${of}/fd`).map((fd) => linkOf(`${of}/fd/${fd}`));
  } catch {
    return []; // Gone, or it hides them: other traits speak, or none.
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
