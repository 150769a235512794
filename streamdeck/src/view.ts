/** What the big sign of a face is; shape carries the meaning, colour repeats it. */
export type Sign =
  | 'looking' // nothing was seen yet
  | 'gone'
  | 'running'
  | 'in-tray'
  | 'residue' // with the number of what is left as `figure`
  | 'working' // a request is under way
  | 'still-here' // a request did not reach its end
  | 'unknown'
  | 'grant-access'
  | 'busy' // another surface is working on it
  | 'force' // the octagon
  | 'purge' // the bin, with its size as `figure` and `unit`
  | 'freed' // the bin with a tick
  | 'hide'
  | 'detail' // `figure` and `unit` alone
  | 'refused'; // this key does nothing here

/** Everything that a face shows, measured and in the language of its reader; no clock, no client. */
export interface View {
  readonly sign: Sign;
  /** One or two words at the foot. */
  readonly word: string;
  /** Whose face it is; empty where that needs no saying. */
  readonly name: string;
  /** What the sign says by its shape alone, for a reader of the screen. */
  readonly says?: string;
  readonly figure?: string;
  readonly unit?: string;
  /** A ring that fills: what is done of the work, or how long a key has been held. */
  readonly ring?: { readonly part: number; readonly for: 'work' | 'hold' };
  /** Which of several pages or steps this is, from 0. */
  readonly page?: { readonly at: number; readonly of: number };
}
