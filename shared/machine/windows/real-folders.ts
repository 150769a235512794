import { realpathSync } from 'node:fs';
import type { Places } from '../../core/paths.ts';
import { slashed } from '../files/names.ts';

/** A path without short names (8.3), junctions and links; as it is where its file was moved or removed. */
export function realPath(file: string): string {
  try {
    return slashed(realpathSync.native(file));
  } catch {
    return file;
  }
}

/**
 * Names real paths by the folders of the environment: `%LOCALAPPDATA%` may be a junction or have a short name
 * (`C:\Users\A~1`), and Windows tells a program by either. Looks at each folder once.
 */
export function realFolders(
  places: Places,
  real: (folder: string) => string = realPath,
): (file: string) => readonly string[] {
  let moved: readonly { readonly named: string; readonly below: string }[] | undefined;
  const look = () =>
    [places.localAppData, places.appData, places.programFiles, places.programFilesX86, places.home]
      .map((named) => ({ named, below: `${real(named ?? '')}/`.toLowerCase() }))
      .flatMap(({ named, below }) =>
        named !== undefined && below !== `${named}/`.toLowerCase() ? [{ named, below }] : [],
      );
  return (file) =>
    (moved ??= look())
      .filter(({ below }) => file.toLowerCase().startsWith(below))
      .map(({ named, below }) => `${named}/${file.slice(below.length)}`);
}
