/** Why the practice client was not started; `message` is for people, `code` to branch on. */
export class PracticeFault extends Error {
  readonly code:
    | 'already-running' // one client to practise on at a time
    | 'file-in-the-way' // a client file of that name which is not ours
    | 'did-not-start' // a program of ours ended or said nothing
    | 'no-bundle' // dist/practice.mjs was not built
    | 'no-setsid' // util-linux is not here
    | 'unreadable-state' // our own note cannot be read, so nothing is known
    | 'unusable-folder'; // a path with characters that mean something in patterns
  /** The file that it is about. */
  readonly file: string | undefined;
  constructor(code: PracticeFault['code'], message: string, file?: string) {
    super(message);
    this.code = code;
    this.file = file;
    this.name = 'PracticeFault';
  }
}
