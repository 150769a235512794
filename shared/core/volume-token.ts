/** What an administrator signs for a stick: who carries it, for which volume, until when. Schema `clean-exit/volume-token/1`. */
export interface VolumeToken {
  readonly schema: 'clean-exit/volume-token/1';
  /** What its file system is called. */
  readonly volume: string;
  /** Who carries it. */
  readonly principal: string;
  /** ISO 8601. */
  readonly issued: string;
  /** ISO 8601: from then on it proves nothing. */
  readonly expires: string;
}

/** The files on the stick: the signature is over the bytes of the token. */
export const TOKEN_FILE = 'clean-exit.token';
export const TOKEN_SIGNATURE = `${TOKEN_FILE}.sig`;
