import { splitLine, type SplitLine } from './line.ts';

/** Where a line stands, as it says it itself. */
export interface Place {
  readonly sequence: number;
  readonly chain: string;
  /** ms since 1970. */
  readonly time: number;
  /** The fingerprint of the line before; absent in the first line. */
  readonly previous?: string;
}

/** What a line says of its place, as far as that can be read from its bytes. */
export interface LinePlace extends SplitLine, Place {
  readonly uid: string;
}

/** The members of a line that are read here; each may be missing, or be something else. */
export interface Members {
  readonly metadata?: {
    readonly sequence?: unknown;
    readonly uid?: unknown;
    readonly correlation_uid?: unknown;
  };
  readonly time?: unknown;
  readonly unmapped?: {
    readonly clean_exit?: Readonly<Record<string, unknown>>;
    readonly attestation_list?: readonly {
      readonly chain_uid?: unknown;
      readonly prev_event?: { readonly fingerprint?: { readonly value?: unknown } };
    }[];
  };
}

/** The place in a line's members; undefined where they do not say it. */
export function placeIn({ metadata, time, unmapped }: Members): Place | undefined {
  const [attestation] = unmapped?.attestation_list ?? [];
  const { chain_uid: chain, prev_event } = attestation ?? {};
  const { sequence } = metadata ?? {};
  const previous = prev_event?.fingerprint?.value;
  if (!Number.isSafeInteger(sequence) || typeof time !== 'number') return undefined;
  if (typeof chain !== 'string') return undefined;
  return {
    ...{ sequence: Number(sequence), chain, time },
    ...(typeof previous === 'string' ? { previous } : {}),
  };
}

/** A line without its line break; undefined where it is no line of a log. Nothing is verified. */
export function readLine(line: Buffer): LinePlace | undefined {
  const split = splitLine(line);
  if (!split) return undefined;
  try {
    const members = JSON.parse(line.toString()) as Members;
    const place = placeIn(members);
    const uid = members.metadata?.uid;
    return place && typeof uid === 'string' ? { ...split, ...place, uid } : undefined;
  } catch {
    return undefined;
  }
}
