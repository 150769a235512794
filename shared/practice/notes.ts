import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { makeFolder } from '../machine/files/folder.ts';
import { createWhole } from '../machine/keep/create-whole.ts';
import { inState } from '../machine/keep/state-fault.ts';
import { PracticeFault } from './fault.ts';
import { homeNamedBy } from './home.ts';
import type { Practice, Starting } from './state.ts';

/** What we know about the client that runs. */
export const stateFile = (stateFolder: string): string => path.join(stateFolder, 'practice.json');
/** What the catalogue reads: the client as data. */
export const clientFile = (configFolder: string): string =>
  path.join(configFolder, 'clients', 'practice.json');

/** Takes the one place that there is: false where somebody has it. */
export const claimPlace = (stateFolder: string, begin: Starting): boolean =>
  create(stateFile(stateFolder), begin);

/** Writes the client file, never over one that is there. */
export function publish(file: string, client: object): void {
  if (!create(file, client)) throw inTheWay(file);
}

/** In place of what `claimPlace` wrote, unless a stop or another start was here in between. */
export async function keep(file: string, practice: Practice): Promise<void> {
  if (homeNamedBy(file) !== practice.home)
    throw new PracticeFault('did-not-start', 'it was stopped while it started', file);
  await writeFileAtomic(file, text(practice), { mode: 0o600 });
}

export const inTheWay = (file: string): PracticeFault =>
  new PracticeFault('file-in-the-way', `${file} is not ours, and stays: move it away first`, file);

function create(file: string, value: object): boolean {
  const folder = path.dirname(file);
  return inState(folder, () => {
    makeFolder(folder);
    return createWhole(file, text(value));
  });
}

const text = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
