import type { AuditEvent } from '../../audit/event.ts';
import type { AuditNotice } from '../../core/receipt.ts';
import { StateFault } from '../../machine/files/state-fault.ts';

/** Where an event stands in the log. */
export interface AuditPlace {
  /** The number of its line, from 0. */
  readonly sequence: number;
  /** The hash of its line, hexadecimal. */
  readonly fingerprint: string;
  /** What the log had to say of itself before it; absent where that is nothing. */
  readonly notices?: readonly AuditNotice[];
}

/** What is said with an event that is appended. */
export interface AppendOptions {
  /** The line is on the disk, not only in the memory of the system, before this answers. */
  readonly isSynced?: boolean;
  /** It is an intent: until its outcome comes it counts as under way, or as interrupted once this process is dead. */
  readonly begins?: true;
  /** The `uid` of the intent that this is the outcome of. */
  readonly ends?: string;
}

/** The audit log of one account on one computer; many programs at once append to it. */
export interface AuditLog {
  /** Appends one event. Throws AuditFault where it cannot be written; then no part of it is in the log. */
  append(event: AuditEvent, options?: AppendOptions): Promise<AuditPlace>;
}

/** The audit log cannot be written; `code` is the system's word, or `damaged`, `busy`, `no-key`, `no-algorithm`. */
export class AuditFault extends StateFault {
  constructor(path: string, cause: unknown) {
    super(path, cause);
    this.name = 'AuditFault';
  }
}

/** A fault that the system has no word for. */
export const auditFault = (path: string, code: string, message: string): AuditFault =>
  new AuditFault(path, Object.assign(new Error(message), { code }));
