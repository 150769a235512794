import {
  intentOf,
  outcomeOf,
  summaryOf,
  type Intended,
  type Summed,
} from '../audit/events/request-event.ts';
import type { AuditEvent } from '../audit/event.ts';
import type { Where } from '../audit/events/where.ts';
import { unknown } from '../core/known.ts';
import type { Policy } from '../core/model.ts';
import type { AuditLine, Receipt, Trigger } from '../core/receipt.ts';
import { faultLineOf } from '../machine/files/state-fault.ts';
import type { Machine } from '../machine/machine.ts';
import type { AppendOptions } from '../store/audit/audit-log.ts';
import type { Store } from '../store/store.ts';
import { VERSION } from './version.ts';

/** The intent of a request, as far as it could be noted. */
export interface Noted {
  /** Names the intent. */
  readonly uid: string;
  /** Names the request: in its outcome too. */
  readonly request: string;
  readonly planDigest?: string;
  readonly batch?: string;
  readonly line: AuditLine;
}

/** The audit log, as a policy wants it, for the requests of one surface. */
export interface Audit {
  /** Nothing is done that cannot be noted. */
  readonly isRequired: boolean;
  /** Notes what is about to be done, on the disk where it is required. Never throws: the fault is in its line. */
  intent(intended: Intended): Promise<Noted>;
  /** Notes what came of it; the receipt says where, or why it could not be noted. Never throws. */
  outcome(noted: Noted, receipt: Receipt): Promise<Receipt>;
  /** Notes what a request for all clients came to. Never throws. */
  summary(summed: Summed): Promise<AuditLine>;
}

interface Of {
  readonly machine: Machine;
  readonly store: Pick<Store, 'audit' | 'newId'>;
  readonly surface: string;
  readonly trigger: Trigger;
}

/** The audit log of these requests. A log that cannot be opened is one that nothing can be noted in. */
export async function auditOf(of: Of, policy: Policy): Promise<Audit> {
  const { machine, store } = of;
  const isRequired = policy.audit === 'required';
  const where = await whereOf(of);
  /** The number of its line, under this name, and what the log said of itself. */
  const note = async (
    name: 'intent' | 'outcome',
    event: AuditEvent,
    more: AppendOptions,
    { notices: before = [] }: AuditLine = {},
  ): Promise<AuditLine> => {
    const log = await store.audit(policy);
    const { sequence, notices: now = [] } = await log.append(event, more);
    const notices = [...before, ...now];
    return { [name]: sequence, ...(notices.length > 0 ? { notices } : {}) };
  };
  const names = (request: string) => ({
    ...{ uid: store.newId(), request, at: machine.clock.now() },
  });
  const how = (more: AppendOptions = {}): AppendOptions => ({ isSynced: isRequired, ...more });
  return {
    isRequired,
    intent: async (intended) => {
      const named = names(store.newId());
      const { uid, request } = named;
      const { planDigest, asked } = intended;
      const noted = {
        ...{ uid, request },
        ...(planDigest === undefined ? {} : { planDigest }),
        ...(asked.batch === undefined ? {} : { batch: asked.batch }),
      };
      try {
        const event = intentOf(where, named, intended);
        return { ...noted, line: await note('intent', event, how({ begins: true })) };
      } catch (error) {
        return { ...noted, line: { fault: faultLineOf(error) } };
      }
    },
    outcome: async ({ uid, request, line, ...more }, receipt) => {
      // Who waited for the log in vain does not wait again.
      if (line.fault?.code === 'busy') return { ...receipt, audit: line };
      try {
        const event = outcomeOf(where, names(request), receipt, more);
        const ends = line.intent === undefined ? {} : { ends: uid };
        const outcome = await note('outcome', event, how(ends), line);
        return { ...receipt, audit: { ...line, ...outcome } };
      } catch (error) {
        return { ...receipt, audit: { ...line, fault: faultLineOf(error) } };
      }
    },
    summary: async (summed) => {
      try {
        const event = summaryOf(where, names(summed.batch ?? store.newId()), summed);
        return await note('outcome', event, how());
      } catch (error) {
        return { fault: faultLineOf(error) };
      }
    },
  };
}

/** Who asks, by which surface, and on which computer; what a machine cannot say is unknown. */
export async function whereOf({ machine, surface, trigger }: Omit<Of, 'store'>): Promise<Where> {
  const device = (await machine.device?.()) ?? unknown('unsupported');
  return { host: machine.host?.(), device, surface, trigger, program: VERSION };
}
