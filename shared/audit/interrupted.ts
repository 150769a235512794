import { randomUUID } from 'node:crypto';
import type { AuditEvent } from './event.ts';

/** The outcome of a request whose process died: what was done, and what is there now, nobody knows. */
export function interruptedOf(intent: AuditEvent, at: number): AuditEvent {
  const asked = Object.fromEntries(
    Object.entries(intent.unmapped.clean_exit).filter(([name]) => !OF_INTENTS.has(name)),
  );
  return {
    ...intent,
    metadata: { ...intent.metadata, uid: randomUUID() },
    ...{ time: at, time_dt: new Date(at).toISOString() },
    ...{ status_id: 2, status: 'Failure', status_code: 'interrupted' },
    unmapped: {
      ...intent.unmapped,
      clean_exit: { ...asked, phase: 'outcome', interrupted: true, verdict: 'unknown' },
    },
  };
}

/** What only an intent says. */
const OF_INTENTS: ReadonlySet<string> = new Set(['plan_digest', 'before']);
