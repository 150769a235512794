import type { Client } from '../../core/client.ts';
import type { Known } from '../../core/known.ts';
import type { DesktopSession } from '../../core/desktop-session.ts';
import type { ClientProcess, Delivery, Process } from '../../core/model.ts';
import type { ProcessSight } from '../../core/sight.ts';
import type { Scope } from './desktop.ts';

export interface ProcessQuestion {
  /** What of the desktop is wanted as well: a system whose one program answers both is asked once. */
  readonly scope: Scope;
  /** What earlier looks learned. */
  readonly session: DesktopSession;
}

/** Processes: to wait for them, to end them, and what the system says of them. */
export interface Processes {
  /** Frozen facts at one moment: every process that may matter for these clients, and all above them. */
  observe(clients: readonly Client[], question: ProcessQuestion): Promise<ProcessSight>;

  /** Ends one process at once, after checking again that it is the same one. */
  end(process: Process): Promise<Delivery>;

  /**
   * Waits until none of these runs, at most `ms`; answers those that still do.
   * Event-driven where the system allows it.
   */
  untilGone(processes: readonly ClientProcess[], ms: number): Promise<readonly ClientProcess[]>;

  /** What these processes hold in memory, in bytes, each shared page once; who has left holds none. */
  memory(processes: readonly Process[]): Promise<Known<number>>;

  /** All that these processes have started, and those below; as far as the system tells. */
  descendants?(roots: readonly Process[]): Promise<readonly Process[]>;

  /**
   * Who may start these roots again now that they have left: a unit, a parent, a watchdog, by name. Absent where
   * a machine knows no more than what `supervisedBy` says.
   */
  revivers?(roots: readonly ClientProcess[]): Promise<Known<readonly string[]>>;

  /**
   * Processes that another program sees and that our own look does not, completed as ours; absent where there is
   * no other.
   */
  secondLook?(clients: readonly Client[]): Promise<Known<readonly Process[]>>;
}
