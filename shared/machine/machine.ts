import type { Host } from '../core/host.ts';
import type { Known } from '../core/known.ts';
import type { Check, Delivery, Platform } from '../core/model.ts';
import type { Distrust } from '../core/distrust.ts';
import type { Places } from '../core/paths.ts';
import type { Clock } from './port/clock.ts';
import type { CommandLine } from './port/command-line.ts';
import type { Desktop } from './port/desktop.ts';
import type { Evidence } from './port/evidence.ts';
import type { Files } from './port/files.ts';
import type { Processes } from './port/processes.ts';
import type { Proofs } from './port/proofs.ts';
import type { Quit } from './port/quit.ts';
import type { Signing } from './port/signing.ts';
import type { User } from './port/user.ts';
import type { Volumes } from './port/volumes.ts';

/** The port: the only way in which this program touches a computer. Each service is one file in `port/`. */
export interface Machine {
  readonly platform: Platform;
  readonly places: Places;
  readonly user: User;
  readonly clock: Clock;
  readonly processes: Processes;
  readonly desktop: Desktop;
  readonly quit: Quit;
  readonly files: Files;

  /** Pictures of the screen; absent where none can be taken. */
  readonly evidence?: Evidence;
  /** What the system itself can prove; absent where it can prove nothing. */
  readonly proofs?: Proofs;

  /**
   * The command line where it is installed, which can ask programs that this machine cannot; absent where this machine
   * can do all, undefined where none is installed.
   */
  commandLine?(): CommandLine | undefined;

  /**
   * Starts a client's program once more by its absolute path: no shell, no arguments. Delivered is not the same as
   * running. Absent where the surface has no way to open a program.
   */
  start?(program: string): Promise<Delivery>;

  /**
   * What a program is now, as one text that changes where another file, kind, owner or target of a link takes its place;
   * undefined where nothing is there, or where somebody else than the person or the system owns it. Absent as `start` is.
   */
  identify?(program: string): string | undefined;

  /** Signatures by ssh-keygen; absent where this machine starts no such program. Loaded when it is first needed. */
  signing?(): Promise<Signing>;

  /** What disks and sticks are mounted; absent where this machine cannot ask. */
  volumes?(): Promise<Volumes>;

  /** This computer and account for an audit log; absent where nothing can be said of them. */
  host?(): Host;

  /** The fingerprint of this computer, 64 hexadecimal digits; absent where this machine cannot ask for it. */
  device?(): Promise<Known<string>>;

  /**
   * Whether an administrator alone could have written this file; undefined where that is so. Absent where owner and mode
   * say it all (Linux).
   */
  readonly distrusts?: (file: string) => Promise<Distrust | undefined>;

  /** What this computer lets us see and do. */
  examine(): Promise<readonly Check[]>;

  /** Closes connections, so that the program can end. */
  leave(): Promise<void>;
}
