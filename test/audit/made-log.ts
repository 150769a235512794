import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { checkpointText } from '../../shared/audit/checkpoint.ts';
import type { AuditEvent } from '../../shared/audit/event.ts';
import type { Json } from '../../shared/audit/json.ts';
import { frontierFrom } from '../../shared/audit/frontier.ts';
import { lineOf } from '../../shared/audit/line.ts';
import { signNote } from '../../shared/audit/note.ts';
import { ed25519With, type Suite } from '../../shared/audit/suite.ts';
import { leafHash } from '../../shared/audit/tree.ts';
import { ed25519Vkey, vkeyText, type Vkey } from '../../shared/audit/vkey.ts';
import { linesIn, type LogPart } from '../../shared/audit/verify/log-part.ts';
import { ED25519_CHECKS } from '../../shared/audit/verify/suite-of.ts';
import { verifyLog, type VerifyOptions } from '../../shared/audit/verify/verify.ts';
import { eventAt } from './made.ts';

/** A key for a log of this name, as the log writes it. */
export interface MadeKey {
  readonly suite: Suite;
  readonly vkey: Vkey;
  readonly text: string;
}

export function keyFor(chain: string): MadeKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const vkey = ed25519Vkey(`clean-exit/log/${chain}`, bytes);
  return { suite: ed25519With(privateKey), vkey, text: vkeyText(vkey) };
}

/** What an event of a made log says beside its time. */
export type Said = Readonly<Record<string, Json>>;

/** A log in memory, written as the store writes it. */
export class MadeLog {
  readonly lines: string[] = [];
  readonly fingerprints: string[] = [];
  key: MadeKey;

  readonly chain: string;

  constructor(chain: string = randomUUID(), key?: MadeKey) {
    this.chain = chain;
    this.key = key ?? keyFor(chain);
    this.add({ phase: 'statement', statement: 'began', key: this.key.text, origin: this.origin });
  }

  get origin(): string {
    return `clean-exit/log/${this.chain}`;
  }

  add(said: Said, correlation_uid?: string): this {
    const previous = this.fingerprints.at(-1);
    const sequence = this.lines.length;
    const base = eventAt(sequence);
    const event: AuditEvent = {
      ...base,
      metadata: { ...base.metadata, ...(correlation_uid === undefined ? {} : { correlation_uid }) },
      unmapped: { clean_exit: { phase: 'outcome', ...said } },
    };
    const link = {
      ...{ chain: this.chain, sequence },
      ...(previous === undefined ? {} : { previous }),
    };
    const made = lineOf(event, link, this.key.suite);
    this.lines.push(made.line);
    this.fingerprints.push(made.fingerprint);
    return this;
  }

  /** So many requests, each an intent and an outcome. */
  requests(count: number): this {
    for (let at = 0; at < count; at++) {
      const uid = randomUUID();
      this.add({ phase: 'intent', request: 'exit', client: 'wechat' }, uid);
      this.add({ phase: 'outcome', request: 'exit', client: 'wechat', verdict: 'gone' }, uid);
    }
    return this;
  }

  rotate(next: MadeKey = keyFor(this.chain)): this {
    this.add({
      ...{ phase: 'statement', statement: 'key-rotated', old: this.key.text, new: next.text },
    });
    this.key = next;
    return this;
  }

  replaceKey(next: MadeKey = keyFor(this.chain)): this {
    this.key = next;
    return this.add({ phase: 'statement', statement: 'key-replaced', new: next.text });
  }

  root(size = this.lines.length): Buffer {
    const hash = (...parts: Uint8Array[]) => this.key.suite.hash(...parts);
    const frontier = frontierFrom(hash);
    for (const line of this.lines.slice(0, size)) frontier.add(leafHash(hash, Buffer.from(line)));
    return frontier.root();
  }

  checkpoint(size = this.lines.length, key = this.key): string {
    const text = checkpointText({ origin: this.origin, size, root: this.root(size) });
    const { name, id } = key.vkey;
    return signNote(text, [{ name, id, sign: (bytes) => key.suite.sign(bytes) }]);
  }

  get bytes(): Buffer {
    return Buffer.from(this.lines.map((line) => `${line}\n`).join(''));
  }
}

/** A file of a log, in pieces of this length. */
export const partOf = (
  bytes: Buffer,
  file = 'log-000000000000.jsonl',
  piece = 65_536,
): LogPart => ({
  file,
  lines: () => linesIn(file, pieces(bytes, piece)),
});

function* pieces(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Verifies these bytes as a log of one file. */
export const verifying = (bytes: Buffer, options: Partial<VerifyOptions> = {}) =>
  verifyLog([partOf(bytes)], {
    suiteOf: (name) => Promise.resolve(name === 'SHA-256' ? ED25519_CHECKS : undefined),
    ...options,
  });

/** Lines as the bytes of a file. */
export const joined = (lines: readonly string[]): Buffer =>
  Buffer.from(lines.map((line) => `${line}\n`).join(''));
