import { copyFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawCode } from './draw-code.ts';
import { checkpointFolder, checkpointName } from './checkpoint-files.ts';

/** A folder of the network that does not answer is given up. */
const TIMEOUT_MS = 5_000;

/**
 * Draws the QR code of a checkpoint beside it, and copies both into the folder that takes them away from this computer.
 * Never throws: what was recorded is recorded, and the state of the log says which checkpoint came there last.
 */
export async function copyCheckpoint(
  folder: string,
  size: number,
  note: string,
  outside?: string,
): Promise<void> {
  const own = path.join(checkpointFolder(folder), checkpointName(size));
  try {
    const code = await drawCode(note);
    const svg = own.replace(/\.checkpoint$/, '.svg');
    if (code !== undefined) await writeFile(svg, code, { mode: 0o600 });
    if (outside === undefined) return;
    const files = code === undefined ? [own] : [own, svg];
    await Promise.race([copied(files, outside, note), later()]);
  } catch {
    return;
  }
}

/** The folder is not made: a stick that is not plugged in takes nothing. */
async function copied(files: readonly string[], outside: string, note: string): Promise<void> {
  for (const file of files) {
    const target = path.join(outside, copiedName(note, path.basename(file)));
    await copyFile(file, `${target}.part`);
    await rename(`${target}.part`, target);
  }
}

const later = (): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, TIMEOUT_MS).unref();
  });

/**
 * Writes a checkpoint and its QR code into a folder, which is not made: a stick that is not plugged in takes nothing. The
 * files. Throws the system's error.
 */
export async function layCheckpoint(
  folder: string,
  name: string,
  note: string,
): Promise<readonly string[]> {
  const code = await drawCode(note);
  const file = path.join(folder, name);
  await writeFile(file, note);
  if (code === undefined) return [file];
  const picture = file.replace(/\.checkpoint$/, '.svg');
  await writeFile(picture, code);
  return [file, picture];
}

/** Several computers may have one folder: `<chain>-<name>`. The first line of the note is `clean-exit/log/<chain>`. */
export const copiedName = (note: string, name: string): string =>
  `${/[0-9a-f-]{36}/.exec(note.split('\n', 1)[0] ?? '')?.[0] ?? 'log'}-${name}`;
