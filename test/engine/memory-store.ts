import type { Client } from '../../shared/core/client.ts';
import type { Policy } from '../../shared/core/model.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import type { RunContext } from '../../shared/engine/context.ts';
import type { AuditEvent } from '../../shared/audit/event.ts';
import type { AuditLog } from '../../shared/store/audit/audit-log.ts';
import type { HeldIcon } from '../../shared/core/held-icons.ts';
import type { HeldIconStore } from '../../shared/store/held-icons-file.ts';
import type { Store } from '../../shared/store/store.ts';

/** A store of one value: no file of this computer is read or written. */
export function memoryStore(
  clients: readonly Client[],
  more: {
    readonly policy?: Policy | undefined;
    readonly receipts?: Receipt[];
    readonly log?: AuditLog;
  } = {},
): Store {
  const { receipts = [], log = memoryAuditLog() } = more;
  const policy = 'policy' in more ? more.policy : DEFAULT_POLICY;
  const catalogue = { clients, faults: [], placeFaults: [] };
  const faults = policy ? [] : [{ file: 'policy.json', field: '', expected: 'a policy' }];
  return {
    catalogue: async () => catalogue,
    policy: async (flags) => ({
      policy: { ...DEFAULT_POLICY, ...policy, ...flags },
      files: [],
      faults,
      origin: {},
    }),
    lock: memoryLock(),
    heldIcons: memoryIcons(),
    record: (receipt) => {
      receipts.push(receipt);
      return undefined;
    },
    audit: async () => log,
    newId: () => `receipt-${receipts.length + 1}`,
    digestOf: async () => 'sha256:0',
  };
}

/** One lock a client, in memory. */
export function memoryLock(): RunContext['lock'] {
  const held = new Map<string, string>();
  return async (client, request) => {
    const other = held.get(client);
    if (other !== undefined)
      return { granted: false, holder: { pid: 1, startTime: '0', request: other, since: '' } };
    held.set(client, request);
    return { granted: true, release: async () => void held.delete(client) };
  };
}

/** Icons remembered as long as a test wants. */
export function memoryIcons(first: readonly HeldIcon[] = []): HeldIconStore {
  let icons = first;
  return { read: () => icons, keep: (now) => void (icons = now) };
}

/** An audit log in memory. */
export function memoryAuditLog(events: AuditEvent[] = []): AuditLog {
  return {
    append: async (event) => ({ sequence: events.push(event) - 1, fingerprint: '' }),
  };
}
