import { asError } from '@shared/core/as-error.ts';
/** Something that stops a command before it did anything: what happened, and the next thing to do. */
export class Fault extends Error {
  readonly next: string;

  constructor(what: string, next: string) {
    super(what);
    this.name = 'Fault';
    this.next = next;
  }
}

/** What a person is told of any error; `what` is what failed, as in "Looking Failed". */
export const faultOf = (error: unknown, what: string): Fault =>
  error instanceof Fault ? error : new Fault(`${what} Failed`, said(error));

/** The same in one line, where what failed is said already. */
export const whyOf = (error: unknown): string =>
  error instanceof Fault ? `${error.message}: ${error.next}` : said(error);

const said = (error: unknown): string => asError(error).message;
