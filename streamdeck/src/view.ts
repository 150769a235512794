/** An action of the plugin, as the manifest names it without the plugin's own name; each has a silhouette. */
export type ActionId = 'safe-exit' | 'force-exit' | 'purge-cache' | 'status' | 'hide' | 'dial';

/** The state that a key shows, as colour, fill and sign on the silhouette of its action. */
export type Sign =
  | 'looking' // nothing was seen yet
  | 'gone'
  | 'running'
  | 'in-tray'
  | 'hidden' // it runs, and no window of it is visible
  | 'residue' // with the number of what is left as `figure`
  | 'working' // a request is under way, with its seconds or per cent as `figure`
  | 'still-here' // a request did not reach its end
  | 'partly' // something of it did
  | 'failed' // a request could not be carried out
  | 'unknown'
  | 'grant-access' // it could be seen, if a person allowed it
  | 'busy' // another surface is working on it
  | 'force' // it can be ended at once
  | 'hold-longer' // it was pressed where it has to be held
  | 'purge' // its size as `figure` and `unit` can be freed
  | 'nothing' // it has gone, and nothing of it can be freed
  | 'exit-first' // it runs; the next deed makes it exit, then purges
  | 'freed'
  | 'trashed' // the space is free only once the trash is empty
  | 'detail' // `figure` and `unit` alone
  | 'not-allowed' // a policy forbids it
  | 'on-hold'; // a legal hold forbids it

/** Everything that a face shows, measured and in the language of its reader; no clock, no client. */
export interface View {
  readonly sign: Sign;
  /** One or two words at the foot. */
  readonly word: string;
  /** Whose face it is; empty only before the catalogue was read. */
  readonly name: string;
  /** What the sign says by its shape alone, for a reader of the screen. */
  readonly says?: string;
  readonly figure?: string;
  readonly unit?: string;
  /** A ring that fills: what is done of the work, or how long a key has been held. */
  readonly ring?: { readonly part: number; readonly for: 'work' | 'hold' };
  /** A hold would do what the word says: the ring stands ready. */
  readonly canHold?: true;
  /** Which of several pages or steps this is, from 0. */
  readonly page?: { readonly at: number; readonly of: number };
}
