import { splitLine, type SplitLine } from './line.ts';

/** What a line says of its place, as far as that can be read from its bytes. */
export interface LinePlace extends SplitLine {
  readonly sequence: number;
  readonly chain: string;
  /** ms since 1970. */
  readonly time: number;
  readonly uid: string;
  /** The fingerprint of the line before; absent in the first line. */
  readonly previous?: string;
}

interface Members {
  readonly metadata?: { readonly sequence?: unknown; readonly uid?: unknown };
  readonly time?: unknown;
  readonly unmapped?: {
    readonly attestation_list?: readonly [
      {
        readonly chain_uid?: unknown;
        readonly prev_event?: { readonly fingerprint?: { readonly value?: unknown } };
      }?,
    ];
  };
}

/** A line without its line break; undefined where it is no line of a log. Nothing is verified. */
export function readLine(line: Buffer): LinePlace | undefined {
  const split = splitLine(line);
  if (!split) return undefined;
  try {
    const { metadata, time, unmapped } = JSON.parse(line.toString()) as Members;
    const [attestation] = unmapped?.attestation_list ?? [];
    const { sequence, uid } = metadata ?? {};
    const { chain_uid: chain, prev_event } = attestation ?? {};
    const previous = prev_event?.fingerprint?.value;
    if (!Number.isSafeInteger(sequence) || typeof time !== 'number') return undefined;
    if (typeof uid !== 'string' || typeof chain !== 'string') return undefined;
    return {
      ...split,
      ...{ sequence: sequence as number, chain, time, uid },
      ...(typeof previous === 'string' ? { previous } : {}),
    };
  } catch {
    return undefined;
  }
}
