import { linkSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../machine/files/errno.ts';
import { makeOwnFolder } from '../machine/files/own-folder.ts';
import { createWhole } from '../machine/files/create-whole.ts';
import { inState } from '../machine/files/state-fault.ts';
import { PracticeFault } from './fault.ts';
import { homeNamedBy } from './home.ts';
import { stateFile, type Practice, type Starting } from './state.ts';

/** What the catalogue reads: the client as data. */
export const clientFile = (configFolder: string): string =>
  path.join(configFolder, 'clients', 'practice.json');

/** Takes the one place that there is: false where somebody has it. */
export const reservePlace = (stateFolder: string, begin: Starting): boolean =>
  create(stateFile(stateFolder), begin, 'XDG_STATE_HOME');

/** Writes the client file, never over one that is there. */
export function publish(file: string, client: object): void {
  if (!create(file, client, 'XDG_CONFIG_HOME')) throw inTheWay(file);
}

/**
 * In place of what `reservePlace` wrote, unless a stop or another start was here in between: the note is taken aside
 * first, so that it cannot be exchanged between the look at it and the writing.
 */
export function keep(file: string, practice: Practice): void {
  const moved = `${file}.${process.pid}.aside`;
  const isOurs = takeAway(file, moved) && homeNamedBy(moved) === practice.home;
  try {
    if (isOurs && inState(file, () => createWhole(file, text(practice)))) return;
  } catch (error) {
    putBack(moved, file);
    throw error;
  } finally {
    if (!isOurs) putBack(moved, file);
    rmSync(moved, { force: true });
  }
  throw new PracticeFault('did-not-start', 'it was stopped while it started', file);
}

function takeAway(file: string, moved: string): boolean {
  try {
    renameSync(file, moved);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Never over a note that came meanwhile. */
function putBack(moved: string, file: string): void {
  try {
    linkSync(moved, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOENT') throw error;
  }
}

/** What a start that was killed had not finished: its draft goes, and a note that it took aside comes back. */
function tidy(file: string): void {
  for (const name of readdirSync(path.dirname(file))) {
    if (!name.startsWith(`${path.basename(file)}.`)) continue;
    const found = /\.(\d+)(?:\.[0-9a-z]+)?\.(draft|aside)$/.exec(name);
    if (!found || isAlive(Number(found[1]))) continue;
    const left = path.join(path.dirname(file), name);
    if (found[2] === 'aside') putBack(left, file);
    rmSync(left, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

export const inTheWay = (file: string): PracticeFault =>
  new PracticeFault('file-in-the-way', `${file} is not ours, and stays: move it away first`, file);

function create(
  file: string,
  value: object,
  variable: 'XDG_STATE_HOME' | 'XDG_CONFIG_HOME',
): boolean {
  const folder = path.dirname(file);
  const made = (): boolean => {
    makeOwnFolder(folder);
    tidy(file);
    return createWhole(file, text(value));
  };
  return inState(folder, made, variable);
}

const text = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
