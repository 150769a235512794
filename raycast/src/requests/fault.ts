/** Something that stops a command before it did anything: what happened, and the next thing to do. */
export class Fault extends Error {
  readonly next: string;

  constructor(what: string, next: string) {
    super(what);
    this.name = 'Fault';
    this.next = next;
  }
}

/** What a person is told of any error. */
export const faultOf = (error: unknown): Fault =>
  error instanceof Fault
    ? error
    : new Fault('Something Went Wrong', error instanceof Error ? error.message : String(error));
