import { editionsOn, type Client, type InstallValue } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { ClientId } from '../../core/model.ts';
import { lastPart } from '../../core/paths.ts';
import { isShared } from '../../core/recognition/own-folder.ts';
import { slashed } from '../files/names.ts';

/** A folder into which a client was installed, without letters' case and with forward slashes. */
export interface Installed {
  readonly client: ClientId;
  readonly folder: string;
}

/** The registry values in which the installers of these clients write where they are. */
export const installValues = (clients: readonly Client[]): readonly InstallValue[] =>
  clients.flatMap((client) =>
    editionsOn(client, 'windows').flatMap(({ installs = [] }) => installs),
  );

/** Where the installers of these clients say that they are. What the registry does not tell adds nothing. */
export function installedFolders(
  clients: readonly Client[],
  read: (key: string, value: string) => Known<string | undefined>,
): readonly Installed[] {
  return clients.flatMap((client) =>
    installValues([client]).flatMap(({ key, value }) => {
      const said = read(key, value);
      const folder = said.known && said.value ? folderIn(said.value) : undefined;
      return folder === undefined ? [] : [{ client: client.id, folder }];
    }),
  );
}

/** Which clients were installed into a folder above this program. */
export const installedAbove = (all: readonly Installed[], exe: string): readonly ClientId[] => [
  ...new Set(
    all
      .filter(({ folder }) => exe.toLowerCase().startsWith(`${folder}/`))
      .map(({ client }) => client),
  ),
];

/** A folder of its own on a drive; a drive itself, or a folder that many programs share, proves nothing. */
function folderIn(written: string): string | undefined {
  const plain = written
    .trim()
    .replace(/^"([^"]*)".*$/s, '$1')
    .replace(/,-?\d+$/, '');
  const path = slashed(plain.trim()).toLowerCase();
  const folder = path.endsWith('.exe') ? path.slice(0, path.lastIndexOf('/')) : path;
  return /^[a-z]:\/[^/]/.test(folder) && !isShared(lastPart(folder)) ? folder : undefined;
}
