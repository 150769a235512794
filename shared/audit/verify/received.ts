import { CLOSING, SEAL } from '../line.ts';
import { distinct, type GivenCheckpoint } from './checkpoints.ts';
import { linesIn, type FoundLine, type LogPart } from './log-part.ts';

/** A file that a receiver wrote. */
export interface ReceivedFile extends LogPart {
  /** So many of its bytes, from here on. */
  bytes(offset: number, length: number): Buffer;
}

/** What receivers have of one log. */
export interface Received {
  /** Its entries by their numbers, each once, and what is nowhere else. */
  readonly part: LogPart;
  /** The checkpoints that came with it, each once. */
  readonly checkpoints: readonly GivenCheckpoint[];
  /** Copies that were left out: the same bytes, or the beginning of them, as a receiver leaves it that is killed. */
  readonly copies: number;
  /** Lines without an entry that were left out. */
  readonly others: number;
}

/** Where an entry was found. */
interface Found {
  readonly from: ReceivedFile;
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  readonly isWhole: boolean;
  readonly sequence: number;
  /** Undefined where its end is not there. */
  readonly chain: string | undefined;
}

const ENTRY = '{"metadata":{';
const NOTE = '{"checkpoint":"';
/** The number ends the first member of a line, in its first bytes. */
const HEAD = 4_096;
const NUMBER = /"sequence":(\d{1,15})\}/;
const CHAIN = /"attestation_list":\[\{"chain_uid":"([^"]{1,64})"/;

/**
 * Puts the files of receivers in the order of the log. What is sent again stands at a file's end there, and other messages
 * stand between; what stands before an entry in its line is the receiver's own. Nothing is verified: what is missing or was
 * changed is found by verification. By the name of the log; only reading the files throws.
 */
export function receivedIn(files: readonly ReceivedFile[]): ReadonlyMap<string, Received> {
  const found: Found[] = [];
  const chains = new Map<string, string>();
  const notes: GivenCheckpoint[] = [];
  let others = 0;
  for (const from of files)
    for (const line of from.lines()) {
      const entry = entryIn(from, line, chains);
      const note = entry ? undefined : noteIn(line.bytes);
      if (entry) found.push(entry);
      else if (note === undefined) others++;
      else notes.push({ name: `${from.file}:${line.line}`, note });
    }
  const wanted = withoutCopies(found);
  const copies = found.length - wanted.length;
  // Of several logs nobody knows which one a beginning is of; in its own log the entry is missing then.
  const isOnly = chains.size === 1;
  return new Map(
    [...chains.keys()].map((chain) => {
      const all = wanted.filter((one) => one.chain === chain || (isOnly && !one.chain));
      return [
        chain,
        {
          part: partOf(all),
          checkpoints: distinct(notes).filter(({ note }) => isOf(note, chain, chains)),
          ...{ copies, others },
        },
      ];
    }),
  );
}

const partOf = (found: readonly Found[]): LogPart => ({
  file: found[0]?.from.file ?? '',
  *lines() {
    for (const one of found) yield lineOf(one);
  },
});

function entryIn(
  from: ReceivedFile,
  { line, offset, bytes, isWhole }: FoundLine,
  chains: Map<string, string>,
): Found | undefined {
  const at = bytes.lastIndexOf(ENTRY);
  const [, number] = at < 0 ? [] : (NUMBER.exec(bytes.toString('latin1', at, at + HEAD)) ?? []);
  if (number === undefined) return undefined;
  // Line breaks of Windows, or what else a receiver puts behind it.
  const end = bytes.toString('latin1', at).trimEnd().length + at;
  const seal = bytes.lastIndexOf(SEAL);
  const [, said] = CHAIN.exec(bytes.toString('latin1', Math.max(at, seal - HEAD), seal)) ?? [];
  // One text for all lines of a log: each would keep its own line in memory.
  const chain = said === undefined ? undefined : (chains.get(said) ?? Buffer.from(said).toString());
  if (chain !== undefined) chains.set(chain, chain);
  return {
    ...{ from, line, chain, sequence: Number(number) },
    ...{ offset: offset + at, length: end - at },
    isWhole: isWhole || bytes.toString('latin1', end - CLOSING.length, end) === CLOSING,
  };
}

/** The checkpoints in a file: those that a receiver wrote, a line each; else all of it is one. */
export function notesIn(name: string, bytes: Buffer): readonly GivenCheckpoint[] {
  const notes = [...linesIn(name, [bytes])].flatMap(({ line, bytes: said }) => {
    const note = noteIn(said);
    return note === undefined ? [] : [{ name: `${name}:${line}`, note }];
  });
  return notes.length > 0 ? distinct(notes) : [{ name, note: asSigned(bytes.toString()) }];
}

/** A note as it was signed: scanners and editors end its lines otherwise, or add some. */
const asSigned = (text: string): string => `${text.replaceAll('\r\n', '\n').trimEnd()}\n`;

/** The checkpoint that was sent in a line; undefined where there is none. */
function noteIn(line: Buffer): string | undefined {
  const at = line.lastIndexOf(NOTE);
  if (at < 0) return undefined;
  try {
    const { checkpoint } = JSON.parse(line.toString('utf8', at)) as { checkpoint?: unknown };
    return typeof checkpoint === 'string' ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}

/** A checkpoint that names none of these logs is compared with each of them. */
function isOf(note: string, chain: string, chains: ReadonlyMap<string, string>): boolean {
  const [origin = ''] = note.split('\n', 1);
  return origin.includes(chain) || ![...chains.keys()].some((one) => origin.includes(one));
}

/** By their numbers; of entries with the same one, those that are no copy of another. */
function withoutCopies(found: readonly Found[]): readonly Found[] {
  const sorted = [...found].sort((a, b) => a.sequence - b.sequence);
  const wanted: Found[] = [];
  for (let at = 0; at < sorted.length;) {
    const { sequence } = sorted[at] ?? { sequence: 0 };
    let end = at + 1;
    while (sorted[end]?.sequence === sequence) end++;
    const same = sorted.slice(at, end);
    wanted.push(...(same.length === 1 ? same : different(same)));
    at = end;
  }
  return wanted;
}

function different(same: readonly Found[]): readonly Found[] {
  const all = same.map((one) => ({ one, bytes: lineOf(one).bytes }));
  return all
    .filter(
      ({ bytes }, at) =>
        !all.some(
          (other, place) =>
            (other.bytes.length > bytes.length || place < at) &&
            other.bytes.subarray(0, bytes.length).equals(bytes),
        ),
    )
    .map(({ one }) => one);
}

const lineOf = ({ from, line, offset, length, isWhole }: Found): FoundLine => ({
  ...{ file: from.file, line, offset, isWhole },
  bytes: from.bytes(offset, length),
});
