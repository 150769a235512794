import { splitLine, type SplitLine } from '../line.ts';
import { placeIn, type Members, type Place } from '../read-line.ts';
import type { Hash } from '../tree.ts';

/** What verification needs of a line whose bytes are the ones that were hashed. */
export interface StrictLine extends SplitLine, Place {
  readonly correlation?: string;
  readonly said: Readonly<Record<string, unknown>>;
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
  const place = members && placeIn(members);
  const { attestation_list: list, clean_exit: said } = members?.unmapped ?? {};
  if (!place || !said || list?.length !== 1) return 'not-a-line';
  const correlation = members.metadata?.correlation_uid;
  return {
    ...{ ...split, ...place, said },
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
