import path from 'node:path';
import type { Places } from '../../core/paths.ts';
import { acquireLock } from '../lock.ts';
import { isOwnerAlive, thisOwner } from '../lock-owner.ts';

/** Far longer than the check of a code takes. */
const PATIENCE_MS = 5_000;
const AGAIN_MS = 20;

/** Does something while no other process reads or writes the enrolment; `busy` where one does for seconds. */
export async function oneAtATime<T>(
  { ourState }: Places,
  deed: () => Promise<T>,
): Promise<T | 'busy'> {
  const me = thisOwner('code');
  for (let waited = 0; waited <= PATIENCE_MS; waited += AGAIN_MS) {
    const lock = acquireLock(path.join(ourState, 'code.lock'), me, isOwnerAlive);
    if (lock.granted)
      try {
        return await deed();
      } finally {
        lock.release();
      }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  return 'busy';
}
