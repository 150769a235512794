import type { Client } from '../core/client.ts';
import type {
  Check,
  ClientId,
  ClientProcess,
  Delivery,
  Platform,
  Process,
  Refusal,
  Removal,
  Snapshot,
  QuitMethod,
  Window,
} from '../core/model.ts';
import type { Known, Why } from '../core/known.ts';
import type { Account, Listing } from '../core/listing.ts';
import type { Wanted } from '../core/model.ts';
import type { Places } from '../core/paths.ts';

/** How much to look at; processes are always looked at. */
export interface Scope {
  readonly trayIcons: boolean;
  readonly windows: boolean;
}

/** The port: the only way in which this program touches a computer. */
export interface Machine {
  readonly platform: Platform;
  readonly places: Places;

  /** Looking into a client's folders may raise a question of the system: only who asks about files looks there. */
  readonly asksBeforeFiles?: true;

  /** Whether its programs are here; where files are not looked at unasked. */
  installed?(client: Client): Known<boolean>;

  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;

  /** Frozen facts at one moment. Every probe answers Known; it never throws for a probe. */
  observe(clients: readonly Client[], scope: Scope): Promise<Snapshot>;

  /** Delivers one request to quit. It never claims that anybody left. */
  askToQuit(way: QuitMethod): Promise<Delivery>;

  /** Closes one window as its close button would. Not an exit. */
  close(window: Window): Promise<Delivery>;

  /** Ends one process at once, after checking again that it is the same one. */
  end(process: Process): Promise<Delivery>;

  /**
   * Waits until none of these runs, at most `ms`; answers those that still do.
   * Event-driven where the system allows it.
   */
  untilGone(processes: readonly ClientProcess[], ms: number): Promise<readonly ClientProcess[]>;

  /** All that these processes have started, and those below; as far as the system tells. */
  descendants?(roots: readonly Process[]): Promise<readonly Process[]>;

  /** Our own owner id, as processes have it. */
  readonly owner?: string;

  /**
   * Processes that another program sees and that our own look does not, completed as ours; absent where there is
   * no other.
   */
  secondLook?(clients: readonly Client[]): Promise<Known<readonly Process[]>>;

  /** Why programs of other users cannot be seen here; undefined where they can. */
  othersUnseen?(): Why | undefined;

  /** The administrator: what other users run is this person's business as well. */
  readonly isAdministrator?: boolean;

  /**
   * Who may start these roots again now that they have left: a unit, a parent, a watchdog, by name. Absent where
   * a machine knows no more than what `supervisedBy` says.
   */
  revivers?(roots: readonly ClientProcess[]): Promise<Known<readonly string[]>>;

  /** Exactly what would go, and the way to remove just that; `too-many` beyond `limit` files. */
  list(client: Client, wanted: Wanted, limit?: number): Promise<Known<Listed>>;

  /** The accounts of a client, with what each holds. */
  accounts(client: Client): Promise<Known<readonly Account[]>>;

  /**
   * Moves what one purge put into the trash back to its place, never over anything; `dry` changes nothing. The order is
   * asked again while it works: what is then left stays in the trash. Absent where the system's own trash has to do.
   * Undefined where there is no such record.
   */
  restore?(record: string, order: RestoreOrder | 'dry'): Promise<readonly Restored[] | undefined>;

  /**
   * Those of these clients into whose data folders a record would put something back. With `restore` only; unknown
   * where a folder that a client wrote down cannot be read.
   */
  reached?(record: string, clients: readonly Client[]): Promise<Known<readonly ClientId[]>>;

  /** What these processes hold in memory, in bytes, each shared page once; who has left holds none. */
  memory(processes: readonly Process[]): Promise<Known<number>>;

  /** When the client last wrote below its data roots, in ms since 1970; undefined if never. */
  lastActivity(client: Client): Promise<Known<number | undefined>>;

  /** Journals of databases that the client did not close: kept, and told. Paths. */
  unmerged(client: Client): Promise<Known<readonly string[]>>;

  /**
   * The command line where it is installed, which can ask programs that this machine cannot; absent where this machine
   * can do all, undefined where none is installed.
   */
  commandLine?(): CommandLine | undefined;

  /** What this computer lets us see and do. */
  examine(): Promise<readonly Check[]>;

  /** Closes connections, so that the program can end. */
  leave(): Promise<void>;
}

/** Our own command line, as another program of this computer. */
export interface CommandLine {
  /** Its file. */
  readonly at: string;
  /** What it answers to these arguments as JSON; its exit code only repeats it. */
  ask(args: readonly string[]): Promise<Known<unknown>>;
}

/** What was listed, and the only way to remove it: nothing that was not listed can go. */
export interface Listed {
  readonly listing: Listing;
  /** Other clients whose folders these are as well: none of them may run. */
  readonly shares?: readonly ClientId[];
  /** Asks `mayTouch` again before each batch. */
  remove(order: RemovalOrder): Promise<Removal>;
}

/** What became of one thing in the trash; `left`: what of it stays there. */
export interface Restored {
  readonly from: string;
  readonly to: string;
  readonly state:
    /** All of it could go back; the next two: altered since it went, and not all of it. */
    | 'restorable'
    | 'restorable-altered'
    | 'restorable-partly'
    /** All of it is back as it went; the next two as above. */
    | 'restored'
    | 'altered'
    | 'partly'
    | 'not-in-trash'
    /** It is no longer in the trash because it is at its place. */
    | 'already-back'
    | 'changed'
    | 'occupied'
    | 'denied'
    | 'behind-link'
    | 'no-folder'
    /** Called off before it, or before anything of it: it stays in the trash. */
    | 'stopped'
    | 'failed';
  readonly left?: readonly string[];
  /** Folders, or the one file, whose contents are not those that went. */
  readonly altered?: readonly string[];
}

/** The leave to put back: who else uses the folder, and whether the person still wants it. */
export type RestoreOrder = Pick<RemovalOrder, 'mayTouch' | 'cancelled'>;

export interface RemovalOrder {
  readonly permanently: boolean;
  /** A refusal if the client came back or can no longer be seen. */
  mayTouch(): Promise<Refusal | undefined>;
  onProgress?(files: number, bytes: number): void;
  /** Aborted when the person no longer wants it: what was begun is ended tidily, and told. */
  readonly cancelled?: AbortSignal;
}
