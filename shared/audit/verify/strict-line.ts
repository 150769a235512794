import { splitLine, type SplitLine } from '../line.ts';
import type { Hash } from '../tree.ts';

/** What verification needs of a line whose bytes are the ones that were hashed. */
export interface StrictLine extends SplitLine {
  readonly sequence: number;
  readonly chain: string;
  readonly previous?: string;
  readonly time: number;
  readonly correlation?: string;
  readonly said: Readonly<Record<string, unknown>>;
}

interface Members {
  readonly metadata?: { readonly sequence?: unknown; readonly correlation_uid?: unknown };
  readonly time?: unknown;
  readonly unmapped?: {
    readonly clean_exit?: Readonly<Record<string, unknown>>;
    readonly attestation_list?: readonly {
      readonly chain_uid?: unknown;
      readonly prev_event?: { readonly fingerprint?: { readonly value?: unknown } };
    }[];
  };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BEGINNING = '{"metadata":{';

/**
 * A line whose fingerprint is that of its bytes, and that is JSON as we write it: no member twice, no space, no other
 * spelling, so that every reader reads the same.
 */
export function strictLine(line: Buffer, hash: Hash): StrictLine | 'edited' | 'not-a-line' {
  const broken =
    line.toString('latin1', 0, BEGINNING.length) === BEGINNING ? 'edited' : 'not-a-line';
  const split = splitLine(line);
  if (!split) return broken;
  if (hash(split.body).toString('hex') !== split.fingerprint) return 'edited';
  if (!line.includes(`"value":"${split.signature.toString('base64')}"`, split.body.length))
    return 'edited';
  const members = membersOf(line);
  const { sequence, correlation_uid: correlation } = members?.metadata ?? {};
  const { attestation_list: list, clean_exit: said } = members?.unmapped ?? {};
  const [attestation] = list ?? [];
  const { chain_uid: chain, prev_event } = attestation ?? {};
  const previous = prev_event?.fingerprint?.value;
  if (!members || typeof members.time !== 'number' || !said || list?.length !== 1)
    return 'not-a-line';
  if (!Number.isSafeInteger(sequence) || typeof chain !== 'string') return 'not-a-line';
  return {
    ...split,
    ...{ sequence: Number(sequence), chain, time: members.time, said },
    ...(typeof previous === 'string' ? { previous } : {}),
    ...(typeof correlation === 'string' ? { correlation } : {}),
  };
}

function membersOf(line: Buffer): Members | undefined {
  try {
    const text = UTF8.decode(line);
    const members = JSON.parse(text) as Members;
    return JSON.stringify(members) === text ? members : undefined;
  } catch {
    return undefined;
  }
}
