import path from 'node:path';
import { verifyLog } from '../../../shared/audit/verify/verify.ts';
import { ED25519_CHECKS } from '../../../shared/audit/verify/suite-of.ts';
import { partsAt } from '../../../shared/store/audit/log-parts.ts';
import { openAuditLog } from '../../../shared/store/audit/open.ts';
import { proofOf } from '../../../shared/store/audit/proof-of.ts';
import { eventAt } from '../../audit/made.ts';
import { median } from '../report/numbers.ts';
import type { Section } from '../report/section.ts';
import { folder } from '../tidy.ts';

const EVENTS = 20_000;
const ROUNDS = 3;

/** What a signed line costs, and how fast a log is verified and a line proved. */
export async function auditLog(): Promise<Section> {
  const { path: home, end } = folder('audit');
  const at = path.join(home, 'audit');
  const log = await openAuditLog({ folder: at, settings: {} });
  const appends: number[] = [];
  for (let n = 0; n < EVENTS; n++) {
    const event = eventAt(n);
    const began = performance.now();
    await log.append(event);
    appends.push(performance.now() - began);
  }
  log.close();
  const [quick, every] = [await speed(at, false), await speed(at, true)];
  const proofs: number[] = [];
  for (let n = 0; n < 200; n++) {
    const began = performance.now();
    await proofOf(at, n * 99, Date.UTC(2026, 11, 30));
    proofs.push(performance.now() - began);
  }
  await end();
  const [first, last] = [median(appends.slice(0, 1_000)), median(appends.slice(-1_000))];
  const proof = median(proofs);
  return {
    title: '17. The audit log',
    how: `A log of ${EVENTS.toLocaleString('en')} events, appended one by one in one process, without syncing; verified ${ROUNDS} times, the median.`,
    head: ['what', 'measured'],
    rows: [
      ['append, the first 1,000', `${first.toFixed(2)} ms`],
      ['append, the last 1,000', `${last.toFixed(2)} ms`],
      ['verify, signatures at heads', perSecond(quick)],
      ['verify, every signature', perSecond(every)],
      ['proof of an entry', `${proof.toFixed(2)} ms`],
    ],
    targets: [
      { what: 'append ≤ 1 ms', measured: `${last.toFixed(2)} ms`, met: last <= 1 },
      { what: 'verify ≥ 20,000 a second', measured: perSecond(quick), met: quick >= 20_000 },
      { what: 'every signature ≥ 10,000', measured: perSecond(every), met: every >= 10_000 },
    ],
  };
}

async function speed(at: string, isEverySignature: boolean): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const { count, isIntact } = await verifyLog(partsAt(at), {
      suiteOf: () => Promise.resolve(ED25519_CHECKS),
      isEverySignature,
    });
    if (!isIntact) throw new Error('the log of the bench is not intact');
    rates.push((count / (performance.now() - began)) * 1_000);
  }
  return median(rates);
}

const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')} a second`;
