/** Where a line is. */
export interface LinePlaceInFile {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The number that the line should have in the log, from 0. */
  readonly sequence: number;
}

/**
 * What is wrong with a line.
 * `edited`: its fingerprint is not that of its bytes. `not-a-line`: it has not the form of one. `missing`: lines before
 * it are not there. `reordered`: the line that belongs here is further down. `doubled`: it was there before.
 * `unlinked`: it names another line as the one before it. `foreign-chain`: it is of another log. `wrong-key`: its
 * signature is not by the key of the log. `no-key`: nothing says which key signed it. `torn`: its end is not there.
 * `unread-algorithm`: it is signed in a way that cannot be checked here.
 */
export type LineFaultCode =
  | 'edited'
  | 'not-a-line'
  | 'missing'
  | 'reordered'
  | 'doubled'
  | 'unlinked'
  | 'foreign-chain'
  | 'wrong-key'
  | 'no-key'
  | 'torn'
  | 'unread-algorithm';

/** The first bad line of a log, and what is wrong with it. */
export interface LineFault extends LinePlaceInFile {
  readonly code: LineFaultCode;
  /** The number that the line says it has, where that is another one. */
  readonly says?: number;
}

/** What a log that is whole says of itself, and what somebody has to accept. */
export type LogWarning =
  /** Another key signs from here on, and the old one did not say so. */
  | { readonly code: 'key-replaced'; readonly sequence: number; readonly key: string }
  /** None of the keys that are trusted is a key of the log. */
  | { readonly code: 'other-key' }
  /** The key that is trusted is named in the log, and has signed none of its lines. */
  | { readonly code: 'key-unused'; readonly key: string }
  /** The log says that lines were gone when it went on. */
  | {
      readonly code: 'lines-missing';
      readonly sequence: number;
      readonly first: number;
      readonly known: number;
    };
