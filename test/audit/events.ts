import type { Where } from '../../shared/audit/events/where.ts';
import { known, unknown } from '../../shared/core/known.ts';
import type { Observation } from '../../shared/core/model.ts';
import type { GivenProof } from '../../shared/core/proof.ts';
import type { Receipt } from '../../shared/core/receipt.ts';

export const NAMES = { uid: 'event-1', request: 'request-1', at: 1_700_000_000_000 };

export const PROOF: GivenProof = { kind: 'code', by: 'totp' };

/** What a system may not say of itself. */
export type Missing = 'host' | 'hostname' | 'addresses' | 'user' | 'device';

/** A surface on a computer. */
export function where(missing: readonly Missing[] = []): Where {
  const has = (one: Missing): boolean => !missing.includes(one);
  return {
    host: has('host')
      ? {
          ...(has('hostname') ? { hostname: 'desk-7' } : {}),
          addresses: has('addresses') ? ['192.0.2.7'] : [],
          system: 'Linux 6.1',
          user: has('user') ? { name: 'anna', id: '1000' } : {},
        }
      : undefined,
    device: has('device') ? known('device-1') : unknown('unsupported'),
    ...{ surface: 'test', trigger: 'person', program: '0.1.0' },
  };
}

/** Nothing seen. */
export const anObservation = (more: Partial<Observation> = {}): Observation => ({
  ...{ client: 'chat', processes: known([]), trayIcons: known([]), windows: known([]) },
  ...{ others: [], doubts: [] },
  ...more,
});

/** A receipt of nothing. */
export const aReceipt = (more: Partial<Receipt> = {}): Receipt => ({
  ...{ schema: 'clean-exit/receipt/2', client: 'chat', request: 'exit' },
  ...{ result: 'done', verdict: 'gone', steps: [], refusals: [] },
  left: {
    ...{ processes: [], trayIcons: [], windows: [], bytes: 0 },
    ...{ unmerged: [], others: 0, unseen: [] },
  },
  ...{ elapsedMs: 1, at: '2026-12-01T00:00:00.000Z' },
  ...{ surface: 'test', trigger: 'person', program: '0.1.0', policy: 'p' },
  ...more,
});
