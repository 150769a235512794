import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../shared/audit/event.ts';
import { known } from '../../shared/core/known.ts';
import { DEFAULT_POLICY } from '../../shared/core/policy.ts';
import type { Receipt } from '../../shared/core/receipt.ts';
import { auditOf } from '../../shared/engine/audit.ts';
import { newCarry } from '../../shared/engine/carry.ts';
import type { RunContext } from '../../shared/engine/context.ts';
import { putBack } from '../../shared/engine/put-back.ts';
import { simulatedMachine } from '../../shared/machine/simulated/simulated.ts';
import { World } from '../../shared/machine/simulated/world.ts';
import { auditFault, type AuditLog } from '../../shared/store/audit/audit-log.ts';
import { CHAT, WORK } from '../laws/stage.ts';
import { replaced } from '../replaced.ts';
import { ASKED } from './in-a-room.ts';
import { memoryAuditLog, memoryIcons, memoryLock, memoryStore } from './memory-store.ts';

/** Puts back what one purge took, on a machine whose trash throws at its n-th question. */
async function putBackWith(at: number, audit: 'on' | 'required', log?: AuditLog) {
  const events: AuditEvent[] = [];
  const receipts: Receipt[] = [];
  const asked: string[] = [];
  const base = simulatedMachine(new World());
  const { trash } = base.files;
  const machine = replaced(base, {
    files: {
      trash: {
        ...trash,
        reached: async () => known(['work']),
        restore: async (_record: string, order: unknown) => {
          asked.push(order === 'dry' ? 'dry' : 'deed');
          if (asked.length === at) throw new Error('a fault');
          const state = order === 'dry' ? 'restorable' : 'restored';
          return [{ from: '/f', to: '/t', state }];
        },
      } as unknown as NonNullable<typeof trash>,
    },
  });
  const policy = { ...DEFAULT_POLICY, audit };
  const store = memoryStore([CHAT, WORK], { policy, log: log ?? memoryAuditLog(events) });
  const context: RunContext = {
    ...{ ...ASKED, machine, clients: [CHAT, WORK], surface: 'test', policy, ui: {} },
    ...{ carry: newCarry(memoryIcons()), lock: memoryLock() },
    record: (receipt) => {
      receipts.push(receipt);
      return undefined;
    },
    audit: await auditOf({ machine, store, surface: 'test', trigger: 'person' }, policy),
  };
  const fault = await putBack(context, { client: 'work', record: 'r' }).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  const phases = events.map(({ unmapped }) => unmapped.clean_exit.phase);
  return { phases, receipts, fault, asked };
}

describe('a restore', () => {
  it('leaves its intent and its outcome, also where the trash throws', async () => {
    for (const [at, fault] of [
      [99, undefined],
      [1, 'Error: a fault'],
    ] as const) {
      const found = await putBackWith(at, 'on');
      expect(found).toMatchObject({ phases: ['intent', 'outcome'], fault });
      expect(found.receipts).toHaveLength(1);
    }
  });

  it('puts nothing back where a log is required that cannot be written', async () => {
    const log: AuditLog = {
      append: async () => {
        throw auditFault('/state/audit', 'EROFS', 'read-only');
      },
    };
    const { asked, receipts } = await putBackWith(99, 'required', log);
    expect(asked).not.toContain('deed');
    expect(receipts[0]?.refusals).toMatchObject([{ code: 'audit-unwritable' }]);
  });
});
