/** Progress counts pages of this many bytes, so that 32 bits are enough. */
export const BYTES_UNIT = 4_096;

const [NEXT, STOPPED, LEASE, FILES, PAGES, LENGTH] = [0, 1, 2, 3, 4, 5] as const;

/** What the workers of one removal share with the thread that answers for them. */
export class SharedLease {
  readonly buffer: SharedArrayBuffer;
  private readonly cells: Int32Array;

  constructor(buffer = new SharedArrayBuffer(LENGTH * 4)) {
    this.buffer = buffer;
    this.cells = new Int32Array(buffer);
  }

  /** The number of the next share, for whoever asks first. */
  next(): number {
    return Atomics.add(this.cells, NEXT, 1);
  }

  /** Leave to go on for so long; it runs out by itself. */
  lend(ms: number): void {
    Atomics.store(this.cells, LEASE, clock() + ms);
    Atomics.notify(this.cells, LEASE);
  }

  stop(): void {
    Atomics.store(this.cells, STOPPED, 1);
    Atomics.store(this.cells, LEASE, clock());
    Atomics.notify(this.cells, LEASE);
  }

  get isLent(): boolean {
    // The clock wraps around; a difference does not mind.
    return (
      Atomics.load(this.cells, STOPPED) === 0 &&
      ((Atomics.load(this.cells, LEASE) - clock()) | 0) > 0
    );
  }

  /** For workers: sleeps until there is leave again; false once there will be none. */
  waitForLease(): boolean {
    while (Atomics.load(this.cells, STOPPED) === 0) {
      if (this.isLent) return true;
      Atomics.wait(this.cells, LEASE, Atomics.load(this.cells, LEASE), 100);
    }
    return false;
  }

  went(files: number, bytes: number): void {
    Atomics.add(this.cells, FILES, files);
    Atomics.add(this.cells, PAGES, Math.round(bytes / BYTES_UNIT));
  }

  get files(): number {
    return Atomics.load(this.cells, FILES);
  }

  get pages(): number {
    return Atomics.load(this.cells, PAGES);
  }
}

/** Milliseconds, the same in every thread, in 32 bits. */
const clock = (): number => Date.now() | 0;
