import { realpathSync } from 'node:fs';
import path from 'node:path';
import { appBeside } from './app-name.ts';

/** What it says of a program that its very file lies at places of a client as well. */
export interface SameFile {
  /** These places are certainly its own. */
  readonly same: readonly string[];
  /** These may be. */
  readonly perhaps: readonly string[];
  /** A package beside it, or beside one of them, cannot be read. */
  readonly isUnread: boolean;
}

/**
 * Sorts places at which the very file of a program lies. An Electron is the same file for every application as soon
 * as something made one file of equal ones (hardlink(1), jdupes, the optimiser of Nix): the package beside it says which
 * application runs. Where that cannot be told, a place is only perhaps its own. `file`: the program's own path.
 */
export function sameApplication(file: string, places: readonly string[]): SameFile {
  if (places.length === 0) return allOf([]);
  const own = besideReal(file);
  if (Object.keys(own).length === 0) return allOf(places);
  const others = places.map((place) => ({ place, its: besideReal(place) }));
  const isNamed = ({ its }: (typeof others)[number]): boolean =>
    own.appName !== undefined && its.appName !== undefined;
  const same = others.filter((one) => isNamed(one) && one.its.appName === own.appName);
  const perhaps = others.filter((one) => !isNamed(one));
  return {
    same: same.map(({ place }) => place),
    perhaps: perhaps.map(({ place }) => place),
    isUnread: [own, ...perhaps.map(({ its }) => its)].some((one) => one.isAppUnread === true),
  };
}

const allOf = (same: readonly string[]): SameFile => ({ same, perhaps: [], isUnread: false });

/** What lies beside a program, also where its path is a link. */
const besideReal = (file: string): ReturnType<typeof appBeside> =>
  appBeside(path.dirname(realOrSelf(file)));

function realOrSelf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file; // Replaced while it runs: its folder is still there.
  }
}
