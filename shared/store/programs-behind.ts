import { statSync } from 'node:fs';
import { editionsOn, type Client } from '../core/client.ts';
import { expand, placeValues, type Places } from '../core/paths.ts';
import { programBehind } from './program-behind.ts';

/**
 * The clients of the user's files, with what runs where one names a script or an AppImage as its program: the
 * kernel shows no such file as the program of a process. Where nobody can say what a script starts, a client
 * that is not seen may run all the same.
 */
export const withProgramsBehind = (
  clients: readonly Client[],
  places: Places,
): readonly Client[] =>
  clients.some(isUsers)
    ? clients.map((one) => (isUsers(one) ? withBehind(one, places) : one))
    : clients;

const isUsers = ({ origin }: Client): boolean => origin !== 'catalogue';

function withBehind(client: Client, places: Places): Client {
  const values = placeValues(places);
  const named = editionsOn(client, 'linux')
    .flatMap(({ roots }) => roots)
    .filter(({ exe, script, sandbox }) => !script && !sandbox && !/[*?[]/.test(exe))
    .flatMap(({ exe }) => expand(exe, values) ?? []);
  const found = named.map((file) => ({ file, behind: programBehind(file) }));
  const is = found.flatMap(({ behind }) => behind?.places ?? []);
  const folder = named.find(isFolder);
  if (is.length === 0 && folder === undefined) return client;
  const { settled } = client;
  const open = found.find(({ behind }) => behind?.isOpen)?.file;
  const why =
    folder === undefined
      ? open && `${open} is a script that starts another program: name that program`
      : `${folder} is a folder: name the program in it`;
  return {
    ...client,
    settled: {
      ...{ isNot: [], ...settled },
      is: [...new Set([...(settled?.is ?? []), ...is])],
      ...(why === undefined ? {} : { unnamed: `${why} as "exe" in ${fileOf(client)}` }),
    },
  };
}

const fileOf = ({ origin }: Client): string => (origin === 'catalogue' ? '' : origin.file);

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false; // Not here, or closed to us: nothing is known against it.
  }
}
