import type { Client } from '../../core/client.ts';
import type { FoundRoot } from '../../core/removal-rules.ts';
import type { Known, Why } from '../../core/known.ts';

/** What a system alone can tell or do about files; the rest is the same everywhere. */
export interface Disk {
  /** Why the folders of this client cannot be looked into now; undefined where they can. Asked before each look. */
  closed?(client: Client): Promise<Why | undefined>;
  /** Walks go in a worker, because the system may hold a call that looks into a folder. */
  readonly walksInWorker?: true;
  /** Where something is mounted at or below these roots. Throws where that cannot be told. */
  mounts(roots: readonly FoundRoot[]): ReadonlySet<string>;
  /**
   * The other paths of a folder and of what is in it, through mounts. Throws where that cannot be told;
   * absent where nothing is mounted twice.
   */
  readonly otherNames?: (folder: string) => readonly string[];
  /**
   * Somebody who uses a file at or below one of these folders, if anybody does. Absent where the system
   * itself keeps an open file from being removed or moved, so that nobody has to be looked for.
   */
  holder?(folders: readonly string[]): Promise<Known<FileHolder | undefined>>;
  /**
   * Somebody who uses a file in one of these folders, and of a whole one also below it: asked once before they go,
   * because asking takes long. Absent where nothing can be asked.
   */
  usersOf?(folders: readonly FolderToGo[]): Promise<Known<FileHolder | undefined>>;
  /** Moves things into the system's trash, from which a person can take them back; one answer each. */
  trash(things: readonly Thing[], now: Date): Promise<readonly Trashed[]>;
  /** Moves a thing from the trash back to its place, never over anything; answers what stays there. */
  readonly bringBack?: (thing: Thing, to: string) => Promise<readonly string[]>;
  /** How what a purge moved into the trash comes back, by the record of that purge; absent where it does not. */
  readonly restoring?: {
    /** Whether the trash itself says that a thing in it came from there, as far as it says so. */
    readonly cameFrom: (from: string, to: string) => boolean;
    /** Removes what the trash noted of a thing that is no longer in it. */
    readonly forget?: (to: string) => void;
  };
  /** How many files the trash is handed at once; more than one where it is a program that has to start. */
  readonly batch?: number;
  /** Where the kernel lists the sockets that are in use. */
  readonly sockets?: string;
  /** The value that a client wrote into the registry; undefined where it wrote none. */
  registry?(key: string, value: string): Promise<Known<string | undefined>>;
  /** The person's documents folder, where it may have been moved elsewhere. */
  documents?(): Promise<Known<string | undefined>>;
}

/** A folder whose files are about to go; `whole` with all that is below it. */
export interface FolderToGo {
  readonly path: string;
  readonly whole: boolean;
}

/** Somebody who uses a file. */
export interface FileHolder {
  readonly file: string;
  readonly pid?: number;
}

/** What went into the trash: where it was, where it is, and what tells that it is still the same. */
export interface InTrash {
  readonly from: string;
  readonly to: string;
  readonly identity: string;
  /** Of a single file: its size and when it was last written. */
  readonly stamp?: string;
  /** Of a folder: what it and those below it held. */
  readonly parts?: readonly Part[];
}

/** One folder of what went into the trash: its files by their fingerprint (name, inode, size, time). */
export interface Part {
  /** Relative to the thing; empty for the thing itself. */
  readonly path: string;
  readonly inode: number;
  readonly print: string;
  readonly folders: number;
}

/** A file or folder, and what tells that it is still the same. */
export interface Thing {
  readonly file: string;
  readonly identity: string;
  /** Of a single file: its size and when it was last written. */
  readonly stamp?: string;
}

/** How a surface moves files into the trash, where it has a way of its own (Raycast). */
export type TrashFiles = (files: readonly string[]) => Promise<void>;

/** Where a thing went, or why it stayed. */
export type Trashed =
  | { readonly trashed: true; readonly to: string }
  /**
   * `denied`: the thing itself may not be moved; `no-trash`: nothing can take it; `not-in-trash`: it left its
   * place, and nobody saw it arrive.
   */
  | {
      readonly trashed: false;
      readonly code: 'denied' | 'no-trash' | 'not-in-trash' | 'changed';
      readonly why: string;
    };
