import { frontierFrom, type Frontier } from '../frontier.ts';
import { leafHash } from '../tree.ts';
import { readVkey, type Vkey } from '../vkey.ts';
import type { LineFault, LineFaultCode, LogWarning } from './fault.ts';
import { LogKeys } from './log-keys.ts';
import type { FoundLine } from './log-part.ts';
import { Requests } from './requests.ts';
import type { Start } from './start.ts';
import { strictLine, type StrictLine } from './strict-line.ts';
import type { CheckSuite, Signed } from './suite-of.ts';

export interface PassOptions {
  readonly suite: CheckSuite;
  readonly first: number;
  /** Undefined where nothing says how to begin at `first`. */
  readonly start: Start | undefined;
  /** The vkeys that somebody trusts. */
  readonly trusted: readonly string[];
  readonly isEverySignature: boolean;
  /** The sizes that a root is wanted for. */
  readonly sizes: ReadonlySet<number>;
}

/** Signatures that are under way at once: enough for the threads, few enough to stop soon. */
const AT_ONCE = 512;

interface Check {
  readonly fault: LineFault;
  readonly isSigned: Promise<boolean>;
}

/** Goes through a log once: every hash, and the signatures that are asked for. */
export class Pass {
  readonly keys = new LogKeys();
  readonly requests = new Requests();
  readonly warnings: LogWarning[] = [];
  /** By the size of the tree. */
  readonly roots = new Map<number, Buffer>();
  chain: string | undefined;
  /** Of the last good line. */
  fingerprint: string | undefined;
  /** How many lines were good. */
  count = 0;
  /** How many signatures were checked. */
  signatures = 0;
  readonly #options: PassOptions;
  readonly #frontier: Frontier;
  #file = '';
  #checks: Check[] = [];
  #signer: { readonly vkey: Vkey; readonly signed: Signed | undefined } | undefined;
  /** The last line, as long as its signature was not checked. */
  #unchecked: (() => void) | undefined;

  constructor(options: PassOptions) {
    this.#options = options;
    const { start, first } = options;
    this.#frontier = start?.frontier ?? frontierFrom(options.suite.hash);
    this.fingerprint = start?.previous;
    if (start?.key !== undefined) this.keys.begin(start.key, first);
    this.#noteRoot();
  }

  /** The number of the next line; that of the tree's leaves as well. */
  get next(): number {
    return this.#options.first + this.count;
  }

  /** The first bad line; undefined where there is none. */
  async through(lines: Iterable<FoundLine>): Promise<LineFault | undefined> {
    for (const line of lines) {
      const fault = await this.#take(line);
      if (fault) return (await this.#settle()) ?? fault;
      if (this.#checks.length < AT_ONCE) continue;
      const wrong = await this.#settle();
      if (wrong) return wrong;
    }
    this.#unchecked?.();
    return this.#settle();
  }

  async #take(found: FoundLine): Promise<LineFault | undefined> {
    const { suite, start } = this.#options;
    const place = { file: found.file, line: found.line, sequence: this.next };
    if (!found.isWhole) return { ...place, code: 'torn' };
    const line = strictLine(found.bytes, suite.hash);
    if (typeof line === 'string') return { ...place, code: line };
    const code = this.#codeOf(line);
    if (code)
      return { ...place, code, ...(line.sequence === this.next ? {} : { says: line.sequence }) };
    if (!start) return { ...place, code: 'missing', sequence: 0, says: line.sequence };
    this.chain ??= line.chain;
    const isReplaced = line.said['statement'] === 'key-replaced';
    if (isReplaced) this.#unchecked?.();
    const signed = await this.#signedBy(line);
    if (typeof signed === 'string') return { ...place, code: signed };
    this.#check(line, signed, { ...place, code: 'wrong-key' });
    this.keys.after(line);
    this.#note(line);
    this.#frontier.add(leafHash(suite.hash, found.bytes));
    this.#file = found.file;
    this.fingerprint = line.fingerprint;
    this.count++;
    if (this.#noteRoot()) this.#unchecked?.();
    return undefined;
  }

  #codeOf(line: StrictLine): LineFaultCode | undefined {
    const { suite, start } = this.#options;
    const isOurs =
      line.hashAlgorithm === suite.hashAlgorithm &&
      line.signatureAlgorithm === suite.signatureAlgorithm;
    if (!isOurs) return 'unread-algorithm';
    if (line.chain !== (this.chain ?? line.chain)) return 'foreign-chain';
    if (line.sequence > this.next) return 'missing';
    if (line.sequence < this.next) return 'doubled';
    return start && line.previous !== this.fingerprint ? 'unlinked' : undefined;
  }

  async #signedBy(line: StrictLine): Promise<Signed | LineFaultCode> {
    const { suite, trusted } = this.#options;
    const named = this.keys.keyOf(line);
    if (named) return this.#by(named) ?? 'wrong-key';
    for (const text of trusted) {
      const vkey = readVkey(text);
      const signed = vkey && suite.signedBy(vkey);
      if (!signed || !(await signed(line.body, line.signature))) continue;
      this.keys.begin(text, line.sequence);
      return signed;
    }
    return trusted.length > 0 ? 'wrong-key' : 'no-key';
  }

  /** A key is read once, not for every line that it signs. */
  #by(vkey: Vkey): Signed | undefined {
    if (this.#signer?.vkey !== vkey)
      this.#signer = { vkey, signed: this.#options.suite.signedBy(vkey) };
    return this.#signer.signed;
  }

  /** At heads: the first line of all and of a file, statements, and what is before a checkpoint or another key. */
  #check(line: StrictLine, signed: Signed, fault: LineFault): void {
    const check = (): void => {
      this.#unchecked = undefined;
      this.signatures++;
      this.#checks.push({ fault, isSigned: signed(line.body, line.signature) });
    };
    const isHead = fault.file !== this.#file || line.said['phase'] === 'statement';
    if (isHead || this.#options.isEverySignature) check();
    else this.#unchecked = check;
  }

  async #settle(): Promise<LineFault | undefined> {
    const checks = this.#checks;
    this.#checks = [];
    const are = await Promise.all(checks.map(({ isSigned }) => isSigned));
    const fault = checks[are.indexOf(false)]?.fault;
    // The lines behind it were read before its signature was checked.
    if (fault) this.count = fault.sequence - this.#options.first;
    return fault;
  }

  #note(line: StrictLine): void {
    this.requests.take(line);
    const { sequence, said } = line;
    const { trusted } = this.#options;
    const key = String(said['new']);
    if (said['statement'] === 'key-replaced' && !trusted.includes(key))
      this.warnings.push({ code: 'key-replaced', sequence, key });
    if (said['statement'] === 'lines-missing')
      this.warnings.push({
        ...{ code: 'lines-missing', sequence },
        ...{ first: Number(said['first']), known: Number(said['known']) },
      });
  }

  #noteRoot(): boolean {
    const isWanted = this.#options.sizes.has(this.next);
    if (isWanted && this.#options.start) this.roots.set(this.next, this.#frontier.root());
    return isWanted;
  }

  /** The root of all lines so far. */
  root(): Buffer {
    return this.#frontier.root();
  }
}
