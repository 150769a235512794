import { errorWords } from '../show/why.ts';

/** Something that stops a command before it did anything: what happened, and the next thing to do. */
export class Fault extends Error {
  /** A few words: a toast has room for no more beside what to do. */
  readonly what: string;
  readonly next: string;

  /** As an error it says both: AI Chat shows nothing else of it. */
  constructor(what: string, next: string) {
    super(`${what}: ${next}`);
    this.name = 'Fault';
    this.what = what;
    this.next = next;
  }
}

/** What a person is told of any error; `what` is what failed, as in "Looking Failed". */
export const faultOf = (error: unknown, what: string): Fault =>
  error instanceof Fault ? error : new Fault(`${what} Failed`, errorWords(error));

/** The same in one line, where what failed is said already. */
export const whyOf = (error: unknown): string =>
  error instanceof Fault ? error.message : errorWords(error);
