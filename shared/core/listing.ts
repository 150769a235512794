import type { Known } from './known.ts';
import type { Refusal, Tier } from './model.ts';

/** The files of one tier in one folder that a rule names, with everything below it. */
export interface Row {
  readonly tier: Tier;
  /** The account whose folder it lies in, if any. */
  readonly account?: string;
  readonly folder: string;
  readonly files: number;
  /** On disk; a file with several names counts only where all of them go. */
  readonly bytes: number;
  /** When the oldest and the newest of them were last written, in ms since 1970. */
  readonly oldest: number;
  readonly newest: number;
}

/** Exactly what would go: the preview, and the only thing that a removal takes. */
export interface Listing {
  readonly rows: readonly Row[];
  readonly files: number;
  readonly bytes: number;
  /** What stays although a rule names it, with reasons. */
  readonly refusals: readonly Refusal[];
  /** Changes as soon as one file appears, vanishes or changes: 16 hexadecimal figures. */
  readonly code: string;
  /** The names of all accounts of the client, whichever was asked for. */
  readonly accounts: readonly string[];
}

/** A file or folder that a reset sets aside, as one piece. */
export interface ResetRow {
  readonly path: string;
  readonly holds: 'settings' | 'records';
  readonly files: number;
  /** On disk; a file with several names counts once. */
  readonly bytes: number;
}

/** Exactly what a reset would set aside. */
export interface ResetListing {
  readonly rows: readonly ResetRow[];
  readonly files: number;
  readonly bytes: number;
  /** What stays where it is, with reasons. */
  readonly refusals: readonly Refusal[];
  /** Changes as soon as what would be set aside changes: 16 hexadecimal figures. */
  readonly code: string;
}

/** One account of a client, as its folder is called; nothing is read from its databases. */
export interface Account {
  readonly name: string;
  readonly folder: string;
  /** Bytes on disk by tier, of what could go. */
  readonly sizes: Readonly<Record<Exclude<Tier, 'messages'>, number>>;
  /** Bytes on disk of everything that stays: records, settings, what no rule names. */
  readonly kept: number;
  /** When its databases were last written, in ms since 1970. */
  readonly lastUsed: Known<number | undefined>;
  /** Whether a process has its databases open now. */
  readonly signedIn: Known<boolean>;
  /** Journals that were not merged when the client left; while it is signed in they are in use. */
  readonly unmerged: Known<readonly string[]>;
}

/** Files and bytes of these tiers in a listing. */
export function sumOf(
  { rows }: Pick<Listing, 'rows'>,
  ...tiers: readonly Tier[]
): { readonly files: number; readonly bytes: number } {
  const of = rows.filter((row) => tiers.includes(row.tier));
  return {
    files: of.reduce((sum, row) => sum + row.files, 0),
    bytes: of.reduce((sum, row) => sum + row.bytes, 0),
  };
}
