import path from 'node:path';
import { acquireLock } from '../lock.ts';
import { isOwnerAlive, thisOwner } from '../lock-owner.ts';
import { auditFault } from './audit-log.ts';

/** Far longer than many programs need to write a line each. */
const WAIT_MS = 15_000;
const LONGEST_PAUSE_MS = 16;

/** Does something with the log while nobody else does; a lock whose holder died is broken. Throws AuditFault `busy`. */
export async function underLock<T>(folder: string, deed: () => T): Promise<T> {
  const me = thisOwner('audit');
  const file = path.join(folder, 'lock');
  const until = Date.now() + WAIT_MS;
  for (let pause = 1; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    const lock = acquireLock(file, me, isOwnerAlive);
    if (lock.granted) {
      try {
        return deed();
      } finally {
        lock.release();
      }
    }
    if (Date.now() > until)
      throw auditFault(file, 'busy', `pid ${lock.holder.pid} holds it since ${lock.holder.since}`);
    await new Promise((done) => setTimeout(done, pause * (0.5 + Math.random())));
  }
}
