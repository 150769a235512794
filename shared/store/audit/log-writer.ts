import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { checkpointText } from '../../audit/checkpoint.ts';
import type { AuditEvent } from '../../audit/event.ts';
import { interruptedOf } from '../../audit/interrupted.ts';
import { lineOf } from '../../audit/line.ts';
import { signNote } from '../../audit/note.ts';
import { readLine } from '../../audit/read-line.ts';
import { statementLike, type Stated, type Statement } from '../../audit/statement.ts';
import { completeSubtrees, rootAt } from '../../audit/tree.ts';
import { readVkey, vkeyText } from '../../audit/vkey.ts';
import type { AuditNotice } from '../../core/receipt.ts';
import { makeOwnFolder } from '../../machine/files/own-folder.ts';
import { appendLine } from './append-line.ts';
import type { AppendOptions, AuditPlace } from './audit-log.ts';
import { keepCheckpoint, latestCheckpoint } from './checkpoint-files.ts';
import { KeyFiles } from './key-files.ts';
import type { KeyKind, SigningKey } from './key-kind.ts';
import { CHECKPOINT_EVERY, type LogSettings } from './log-settings.ts';
import { closeIntent, openIntent, orphansIn } from './open-intents.ts';
import { bytesOf, linesFrom, linesIn, segmentAt, segmentsIn, type Segment } from './segments.ts';
import { tailOf } from './tail.ts';
import { mendTorn } from './torn-line.ts';
import { TreeFile } from './tree-file.ts';

export const SEGMENT_BYTES = 8_000_000;
const DAY_MS = 86_400_000;
const SEGMENT_DAYS = 31;
/** What stands before the chain in the name of a key. */
const KEY_NAME = 'clean-exit/log/';

/** The end of the log, as this program left it. */
interface End {
  readonly segment: Segment;
  readonly size: number;
  readonly count: number;
  readonly chain: string;
  readonly fingerprint?: string;
  /** Of the last line, in ms since 1970. */
  readonly time?: number;
  /** When the segment began. */
  readonly began: number;
}

export interface WriterOptions {
  readonly folder: string;
  readonly kind: KeyKind;
  readonly settings: LogSettings;
  readonly segmentBytes?: number;
}

/** Writes a log. Every method is called under its lock, and does all that it does before it returns. */
export class LogWriter {
  readonly folder: string;
  readonly settings: LogSettings;
  readonly #keys: KeyFiles;
  readonly #segmentBytes: number;
  #tree: TreeFile | undefined;
  #end: End | undefined;
  #signer: { readonly key: SigningKey; readonly vkey: string } | undefined;
  #hasRecovered = false;
  /** What the log said of itself, and no caller heard yet. */
  #notices: readonly AuditNotice[] = [];

  constructor({ folder, kind, settings, segmentBytes = SEGMENT_BYTES }: WriterOptions) {
    this.folder = folder;
    this.settings = settings;
    this.#keys = new KeyFiles(folder, kind);
    this.#segmentBytes = segmentBytes;
  }

  append(event: AuditEvent, { isSynced = false, begins, ends }: AppendOptions): AuditPlace {
    this.ready(event);
    if (begins) openIntent(this.folder, this.count, event);
    const place = this.#write(event, isSynced);
    if (ends !== undefined) closeIntent(this.folder, ends);
    const notices = this.takeNotices();
    return notices.length > 0 ? { ...place, notices } : place;
  }

  /** What the log said of itself since it was asked last. */
  takeNotices(): readonly AuditNotice[] {
    const notices = this.#notices;
    this.#notices = [];
    return notices;
  }

  /** When the last line was written, as this program left it; in ms since 1970. */
  get time(): number | undefined {
    return this.#end?.time;
  }

  /** How many lines the log has. */
  get count(): number {
    return this.#end?.count ?? 0;
  }

  get tree(): TreeFile {
    return (this.#tree ??= TreeFile.open(this.folder, this.#hash));
  }

  readonly #hash = (...parts: readonly Uint8Array[]): Buffer =>
    (this.#signer?.key ?? this.#keys.key()).suite.hash(...parts);

  /** Looks where the log ends now, mends what a crash left, and says what has to be said before the next line. */
  ready(event: Stated): void {
    makeOwnFolder(this.folder);
    const found = this.#isAsLeft() ? [] : this.#look(event);
    this.#readyKey(event);
    if (this.count === 0) this.#say(event, { statement: 'began', ...this.#names() });
    for (const said of found) this.#say(event, said);
    // The newest checkpoint is of this log again, so that it is said once.
    if (found.some(({ statement }) => statement === 'lines-missing')) this.checkpoint();
    if (this.#hasRecovered) return;
    this.#hasRecovered = true;
    for (const { event: intent, sequence } of orphansIn(this.folder)) {
      if (isWithoutOutcome(linesFrom(this.folder, sequence), intent))
        this.#write(interruptedOf(intent, event.time), false);
      closeIntent(this.folder, intent.metadata.uid);
    }
  }

  #isAsLeft(): boolean {
    const end = this.#end;
    if (!end || segmentsIn(this.folder).at(-1)?.file !== end.segment.file) return false;
    return statSync(end.segment.file).size === end.size;
  }

  #look(event: Stated): readonly Statement[] {
    this.tree.refresh();
    const tail = tailOf(this.folder, this.#hash, this.tree.count);
    const first = tail?.segment ?? segmentAt(this.folder, 0);
    this.#end = {
      ...{ segment: first, size: tail?.size ?? 0, count: tail?.count ?? 0 },
      // The last line may be edited; the name of the key is not in the log.
      chain: this.#namedChain() ?? tail?.last?.chain ?? randomUUID(),
      ...(tail?.fingerprint === undefined ? {} : { fingerprint: tail.fingerprint }),
      ...(tail?.last ? { time: tail.last.time } : {}),
      began: (tail && beganAt(first)) ?? event.time,
    };
    const { torn } = tail ?? {};
    const said = tail && torn ? mendTorn(this.folder, { ...tail, torn }) : undefined;
    // The line that was only without its line break is one more.
    if (torn && !said) return this.#look(event);
    // A tree can be removed with the lines; a checkpoint says how many there were as well.
    const known = Math.max(this.tree.count, latestCheckpoint(this.folder)?.size ?? 0);
    this.tree.catchUp(this.folder, this.count);
    return [
      ...(said ? [said] : []),
      ...(known > this.count
        ? [{ statement: 'lines-missing', first: this.count, known } as const]
        : []),
    ];
  }

  #namedChain(): string | undefined {
    return readVkey(this.#keys.name() ?? '')?.name.replace(KEY_NAME, '');
  }

  /** The key that signs, with a word in the log where it is another one than before. */
  #readyKey(event: Stated): void {
    const named = this.#keys.name();
    if (this.#signer && this.#signer.vkey === named && !existsSync(this.#keys.next)) return;
    this.#finishRotation();
    const key = this.#keys.key();
    const vkey = vkeyText(key.vkey(this.keyName));
    this.#signer = { key, vkey };
    if (named === vkey) return;
    const last = tailOf(this.folder, this.#hash, this.count)?.last;
    if (last && !key.signed(last.body, last.signature)) {
      const { sequence } = this.#say(event, { statement: 'key-replaced', new: vkey });
      this.#keys.noteReplaced(sequence);
    }
    this.#keys.nameIt(vkey);
  }

  /** A change of the key that a crash broke off: done where the log says so, else not. */
  #finishRotation(): void {
    const next = this.#keys.nextKey();
    if (!next) return;
    const [line] = this.count === 0 ? [] : linesFrom(this.folder, this.count - 1);
    const isSaid = line?.includes(`"new":${JSON.stringify(vkeyText(next.vkey(this.keyName)))}`);
    if (isSaid) this.#keys.takeNext();
    else this.#keys.dropNext();
  }

  /** Signs from now on by another key, which the old one names in the log: by this PEM, or by a new one. */
  rotateKey(event: Stated, pem: string): string {
    this.ready(event);
    const next = vkeyText(this.#keys.layNext(pem).vkey(this.keyName));
    const old = this.vkey;
    if (next === old) {
      this.#keys.dropNext();
      return next;
    }
    this.#say(event, { statement: 'key-rotated', old, new: next }, true);
    this.#keys.takeNext();
    this.#keys.nameIt(next);
    this.#signer = undefined;
    this.#readyKey(event);
    this.checkpoint();
    return next;
  }

  /** The key's name in notes. */
  get keyName(): string {
    return `${KEY_NAME}${this.#end?.chain ?? ''}`;
  }

  get vkey(): string {
    return this.#signer?.vkey ?? '';
  }

  #names() {
    const { originSuffix } = this.#key.suite;
    return { key: this.vkey, origin: `${this.keyName}${originSuffix}` };
  }

  get #key(): SigningKey {
    return this.#signer?.key ?? this.#keys.key();
  }

  #say(event: Stated, said: Statement, isSynced = false): AuditPlace {
    const place = this.#write(statementLike(event, said), isSynced);
    const notice = noticeOf(said, place.sequence);
    if (notice) this.#notices = [...this.#notices, notice];
    return place;
  }

  #write(event: AuditEvent, isSynced: boolean): AuditPlace {
    const end = this.#segmentFor(event);
    const link = {
      ...{ chain: end.chain, sequence: end.count },
      ...(end.fingerprint === undefined ? {} : { previous: end.fingerprint }),
    };
    const { line, fingerprint } = lineOf(event, link, this.#key.suite);
    const size = appendLine(end.segment.file, end.size, line, isSynced);
    const { time } = event;
    this.#end = { ...end, size, count: end.count + 1, fingerprint, time };
    this.#noteInTree(line, end.count);
    const isOtherDay = end.time === undefined || dayOf(end.time) !== dayOf(time);
    this.#checkpointIfDue(isOtherDay);
    return { sequence: end.count, fingerprint };
  }

  /** What is in the log is in the log: a tree that cannot be written catches up with the next line. */
  #noteInTree(line: string, sequence: number): void {
    try {
      if (this.tree.count === sequence) this.tree.add(Buffer.from(line));
      else this.tree.catchUp(this.folder, sequence + 1);
    } catch {
      return;
    }
  }

  /** The segment for the next line: a new one where the last is full or old. */
  #segmentFor({ time }: Stated): End {
    const { segment, size, began, ...end } = this.#end ?? this.#noEnd();
    const { keepDays } = this.settings;
    // What is kept for a week is not pruned by the month.
    const days = Math.min(SEGMENT_DAYS, Math.max(1, (keepDays ?? Number.POSITIVE_INFINITY) / 6));
    const isOver = size > 0 && (size >= this.#segmentBytes || time - began > days * DAY_MS);
    if (!isOver) return { segment, size, began, ...end };
    return { ...end, segment: segmentAt(this.folder, end.count), size: 0, began: time };
  }

  #noEnd(): never {
    throw new Error(`the end of ${this.folder} was not looked at`);
  }

  #checkpointIfDue(isOtherDay: boolean): void {
    const { checkpointEvery = CHECKPOINT_EVERY } = this.settings;
    try {
      const last = latestCheckpoint(this.folder)?.size ?? 0;
      if (isOtherDay || this.count - last >= checkpointEvery) this.checkpoint();
    } catch {
      // The line is in the log; the next one tries again, and the state of the log says how far the last one is.
      return;
    }
  }

  /** Signs how far the log goes, and keeps that beside it. Throws the system's error. */
  checkpoint(): string {
    const size = this.count;
    this.tree.catchUp(this.folder, size);
    const root = rootAt(this.#hash, size, this.tree.read);
    const key = this.#key;
    const text = checkpointText({ origin: this.#names().origin, size, root });
    const { id, name } = key.vkey(this.keyName);
    const note = signNote(text, [{ name, id, sign: (bytes) => key.suite.sign(bytes) }]);
    keepCheckpoint(this.folder, size, note);
    return note;
  }

  /** What is needed to go on without the first lines. */
  prunedAt(first: number, previous: string, key = this.vkey): Statement {
    const subtrees = completeSubtrees(0, first, this.tree.read);
    return {
      ...{ statement: 'pruned', first, previous },
      hashes: subtrees.map((one) => one.toString('hex')),
      root: rootAt(this.#hash, first, this.tree.read).toString('hex'),
      key,
    };
  }

  /** Says something of the log itself. */
  say(event: Stated, said: Statement): AuditPlace {
    return this.#say(event, said, true);
  }

  close(): void {
    this.#tree?.close();
    this.#tree = undefined;
    this.#end = undefined;
  }
}

function noticeOf(said: Statement, line: number): AuditNotice | undefined {
  if (said.statement === 'key-replaced') return { code: 'key-replaced', line };
  if (said.statement !== 'lines-missing') return undefined;
  return { code: 'lines-missing', line: said.first, known: said.known };
}

const dayOf = (time: number): number => Math.floor(time / DAY_MS);

/** When the first line of a segment was written. */
function beganAt({ file }: Segment): number | undefined {
  for (const line of linesIn(bytesOf(file, 0, 65_536))) return readLine(line)?.time;
  return undefined;
}

/** Whether an intent is the first of these lines, and none behind it is of the same request. */
function isWithoutOutcome([line, ...later]: Iterable<Buffer>, { metadata }: AuditEvent): boolean {
  // The crash came before its line: then nothing was begun.
  if (!line || readLine(line)?.uid !== metadata.uid) return false;
  const request = `"correlation_uid":${JSON.stringify(metadata.correlation_uid)},`;
  return !later.some((one) => one.includes(request));
}
