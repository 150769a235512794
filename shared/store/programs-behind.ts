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
  const wrong = named.map(notAProgram).find((why) => why !== undefined);
  if (is.length === 0 && wrong === undefined) return client;
  const { settled } = client;
  const open = found.find(({ behind }) => behind?.isOpen)?.file;
  const why =
    wrong ?? (open && `${open} is a script that starts another program: name that program`);
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

/** Why no process ever shows this path; undefined for a program, and for what is not installed. */
function notAProgram(file: string): string | undefined {
  const kind = kindOf(file);
  if (kind === 'folder') return `${file} is a folder: name the program in it`;
  // A name may hold blanks, but then nothing has the name before one of them.
  const program =
    kind === 'nothing'
      ? [...file.matchAll(/\s/g)]
          .map(({ index }) => file.slice(0, index))
          .find((before) => kindOf(before) === 'file')
      : undefined;
  return program && `${file} has arguments behind ${program}: name that program alone`;
}

function kindOf(file: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing'; // Not here, or closed to us: nothing is known against it.
  }
}
