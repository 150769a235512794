import { generateKeyPairSync } from 'node:crypto';
import type { AuditEvent } from '../../shared/audit/event.ts';
import { ed25519With } from '../../shared/audit/suite.ts';

/** A key pair and the suite that signs by it. */
export function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey, privateKey, suite: ed25519With(privateKey) };
}

/** An exit of WeChat that went well, at this second of 2026-11-30. */
export const eventAt = (second: number, more: Partial<AuditEvent> = {}): AuditEvent => {
  const time = Date.UTC(2026, 10, 30) + second * 1_000;
  return {
    metadata: {
      version: '1.8.0',
      product: { name: 'Clean Exit', vendor_name: 'Clean Exit', version: '0.1.0' },
      log_name: 'clean-exit/audit',
      profiles: ['datetime', 'host'],
      uid: `00000000-0000-4000-8000-${String(second).padStart(12, '0')}`,
    },
    ...{ time, time_dt: new Date(time).toISOString() },
    ...{ category_uid: 6, category_name: 'Application Activity' },
    ...{ class_uid: 6002, class_name: 'Application Lifecycle' },
    ...{ activity_id: 4, activity_name: 'Stop', type_uid: 600_204 },
    type_name: 'Application Lifecycle: Stop',
    ...{ severity_id: 1, severity: 'Informational', status_id: 1, status: 'Success' },
    actor: { user: { name: 'anna', uid: '1000' }, app_name: 'command line' },
    device: { uid: 'ab'.repeat(32), hostname: 'desk-7', ip: '192.0.2.7' },
    app: { name: 'wechat' },
    unmapped: {
      clean_exit: { phase: 'outcome', request: 'exit', client: 'wechat', verdict: 'gone' },
    },
    ...more,
  };
};
