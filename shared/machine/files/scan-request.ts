import type { Client } from '../../core/client.ts';
import { PROTECTED } from '../../clients/protected.ts';
import { pathClassifier, type FoundRoot, type OtherClient } from '../../core/removal-rules.ts';
import type { Platform, Tier } from '../../core/model.ts';
import type { PathClassifier } from '../../core/path-classifier.ts';
import { namesIn } from '../../core/glob-walker.ts';
import { originalPath } from './quarantine.ts';

/** What decides about a file, as plain data that can be handed to a worker. */
export interface ScanRules {
  readonly client: Client;
  readonly platform: Platform;
  /** The data roots: they stay themselves, whatever goes in them. */
  readonly roots: readonly FoundRoot[];
  readonly tiers: readonly Tier[];
  /** Our own owner id; what belongs to somebody else stays. */
  readonly uid: number;
  /** The name of this computer. */
  readonly host: string;
  /** Other clients whose data roots are, hold, or lie in those of this one. */
  readonly others?: readonly OtherClient[];
  /** Whole paths that stay besides: of a client of the user, what others never give up wherever it lies. */
  readonly never?: readonly string[];
  /** Where the kernel lists the sockets that are in use; without one every socket is. */
  readonly sockets?: string;
}

/** A folder that holds one account. */
export interface AccountFolder {
  readonly name: string;
  readonly folder: string;
}

/** What to look for, and what must stay whatever is found. */
export interface ScanRequest {
  readonly terms: ScanRules;
  /** Where something is mounted, at or below the data roots. */
  readonly mounts: ReadonlySet<string>;
  readonly accounts: readonly AccountFolder[];
  /** Only what lies in one of these folders. */
  readonly only?: readonly string[];
  /** More files than this are not counted. */
  readonly limit?: number;
}

/** Remembered folders that are not on the way to where we stand are forgotten beyond so many. */
const REMEMBERED = 256;

/** Both locks, standing in any folder, or where it was before it was set aside. */
export class PathClassifiers {
  private readonly top: PathClassifier;
  private readonly known = new Map<string, PathClassifier>();

  constructor({ client, platform, roots, tiers, others, never = [] }: ScanRules) {
    const protection = { ...PROTECTED, paths: [...PROTECTED.paths, ...never] };
    this.top = pathClassifier(client, platform, roots, protection, tiers, others);
  }

  at(folder: string): PathClassifier {
    // What lies right in a folder of ours was right beside it.
    return this.find(originalPath(`${folder}/`).slice(0, -1));
  }

  /** From the nearest folder above that is remembered: neighbours have nearly the whole way in common. */
  private find(home: string): PathClassifier {
    const known = this.known.get(home);
    if (known) return known;
    const [name] = namesIn(home).slice(-1);
    if (name === undefined) return this.top;
    const found = this.find(home.slice(0, -name.length).replace(/\/$/, '')).enter(name);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(home, found);
    return found;
  }
}
