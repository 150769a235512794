import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createWhole } from '../../machine/files/create-whole.ts';
import { codeOf } from '../../machine/files/errno.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { replaceWhole } from '../../machine/files/replace-whole.ts';
import type { KeyKind, SigningKey } from './key-kind.ts';

const keyFolder = (audit: string): string => path.join(audit, 'keys');

/** Where the private key of a log is. */
export const keyFile = (audit: string, name: KeyKind['name']): string =>
  path.join(keyFolder(audit), `${name}.pem`);

/** Where its vkey is. */
export const keyName = (audit: string, name: KeyKind['name']): string =>
  path.join(keyFolder(audit), `${name}.vkey`);

const REPLACED = 'replaced';

/** The line that says that a key was lost, the last time; undefined where none was. */
export function replacedAt(audit: string): number | undefined {
  const line = textIn(path.join(keyFolder(audit), REPLACED))?.trim() ?? '';
  return /^\d{1,15}$/.test(line) ? Number(line) : undefined;
}

/** The files of a log's key, all 0600. */
export class KeyFiles {
  readonly folder: string;
  readonly current: string;
  /** There only while a key is changed. */
  readonly next: string;
  /** Which key signs, as a vkey: a key that is lost or exchanged is noticed by it. */
  readonly named: string;
  readonly #kind: KeyKind;

  constructor(audit: string, kind: KeyKind) {
    this.folder = keyFolder(audit);
    this.current = keyFile(audit, kind.name);
    this.next = path.join(this.folder, `${kind.name}.next.pem`);
    this.named = keyName(audit, kind.name);
    this.#kind = kind;
  }

  /** The key that signs, made at first use. Of two programs that make one at once, the first one's counts. */
  key(): SigningKey {
    for (;;) {
      const pem = textIn(this.current);
      if (pem !== undefined) return this.#kind.open(pem, this.current);
      makeOwnFolder(this.folder);
      createWhole(this.current, this.#kind.make());
    }
  }

  /** The key that a change was broken off with. */
  nextKey(): SigningKey | undefined {
    if (!existsSync(this.next)) return undefined;
    return this.#kind.open(readFileSync(this.next, 'utf8'), this.next);
  }

  /** Lays the next key, as PEM, beside the current one. */
  layNext(pem: string): SigningKey {
    const key = this.#kind.open(pem, this.next);
    makeOwnFolder(this.folder);
    replaceWhole(this.next, pem);
    return key;
  }

  /** The next key becomes the current one, and the old one is gone. */
  takeNext(): void {
    renameSync(this.next, this.current);
  }

  dropNext(): void {
    rmSync(this.next, { force: true });
  }

  /** Which key signs, as far as the folder says; undefined where it does not. */
  name(): string | undefined {
    return textIn(this.named)?.trim();
  }

  nameIt(vkey: string): void {
    makeOwnFolder(this.folder);
    replaceWhole(this.named, `${vkey}\n`);
  }

  /** Notes that the key was lost, and which line says so. */
  noteReplaced(line: number): void {
    makeOwnFolder(this.folder);
    replaceWhole(path.join(this.folder, REPLACED), `${line}\n`);
  }
}

/** The text of a file; undefined where there is none. */
export function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
