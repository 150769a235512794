import { existsSync, lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Places } from '../core/paths.ts';
import {
  mergedPlaces,
  NOTHING_SETTLED,
  type SettledPlaces,
} from '../core/recognition/settled-places.ts';
import { expectOwn, makeOwnFolder } from '../machine/files/own-folder.ts';
import { readJson, type FileFault } from './json-file.ts';
import { inState } from '../machine/files/state-fault.ts';

const NAME = 'places.json';

/** What was settled on this computer, by whom, and what is wrong with the files. */
export interface FoundPlaces {
  readonly places: SettledPlaces;
  /** What the person alone settled: what can be changed. */
  readonly own: SettledPlaces;
  readonly managed: SettledPlaces;
  readonly faults: readonly FileFault[];
}

/** The person's own file of settled places. */
export const placesFile = ({ ourConfig }: Places): string => path.join(ourConfig, NAME);

/** Reads the managed file and the person's own. One that cannot be read settles nothing, and is told. */
export async function settledPlaces(places: Places): Promise<FoundPlaces> {
  const { ourManaged } = places;
  const [managed, own] = await Promise.all([
    read(ourManaged === undefined ? undefined : path.join(ourManaged, NAME)),
    read(placesFile(places)),
  ]);
  return {
    places: mergedPlaces(managed.said, own.said),
    own: own.said,
    managed: managed.said,
    faults: [...managed.faults, ...own.faults],
  };
}

interface Said {
  readonly said: SettledPlaces;
  readonly faults: readonly FileFault[];
}

async function read(file: string | undefined): Promise<Said> {
  if (file === undefined || !isThere(file)) return { said: NOTHING_SETTLED, faults: [] };
  const found = await readJson(
    file,
    async () => (await import('../schema/places.ts')).placesSchema,
  );
  if ('faults' in found) return { said: NOTHING_SETTLED, faults: found.faults };
  return { said: { is: found.value.is, isNot: found.value.isNot }, faults: [] };
}

/** Also a dead link, or a folder that we may not look into: then it is read, and the reason told. */
const isThere = (file: string): boolean => {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return existsSync(path.dirname(file));
  }
};

/**
 * Replaces the person's own file in one step, 0600; a link to it stays one, where nobody else could have
 * made it. Throws StateFault.
 */
export function keepPlaces(places: Places, { is, isNot }: SettledPlaces): void {
  const file = placesFile(places);
  const variable = 'XDG_CONFIG_HOME';
  inState(places.ourConfig, () => makeOwnFolder(places.ourConfig, true), variable);
  const target = existsSync(file) ? realpathSync(file) : file;
  const draft = `${target}.${process.pid}.draft`;
  const text = `${JSON.stringify({ schema: 'clean-exit/places/1', is, isNot }, null, 2)}\n`;
  const replace = (): void => {
    expectOwn(path.dirname(target));
    try {
      writeFileSync(draft, text, { mode: 0o600 });
      renameSync(draft, target);
    } finally {
      rmSync(draft, { force: true });
    }
  };
  inState(file, replace, variable);
}
