import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASSES } from '../../shared/audit/events/classes.ts';
import { intentOf, outcomeOf } from '../../shared/audit/events/request-event.ts';
import { interruptedOf } from '../../shared/audit/interrupted.ts';
import { known, unknown } from '../../shared/core/known.ts';
import type { Observation, Refusal, TrayIcon, Window } from '../../shared/core/model.ts';
import type { Receipt, ReceiptKind } from '../../shared/core/receipt.ts';
import { aReceipt, anObservation, NAMES, where } from './events.ts';

const SECRET = 'Zhang San & lawyer';

/** A secret wherever a receipt has words of a person: titles, accounts, paths, what a system said. */
function receiptWith(request: ReceiptKind, secret: string): Receipt {
  const fault = { code: 'EACCES', path: secret } as const;
  const empty = aReceipt();
  return aReceipt({
    ...{ request, account: secret, result: 'partly' },
    steps: [
      { kind: 'restore', subject: secret, outcome: 'failed', why: 'denied', detail: secret, ms: 1 },
    ],
    refusals: [refusalWith(secret)],
    left: {
      ...empty.left,
      trayIcons: [{ id: secret, title: secret }],
      windows: [{ title: secret, visible: true }],
      unmerged: [secret],
      bytesDetail: secret,
      unseen: [{ what: 'windows', why: 'denied', detail: secret }],
      doubts: [{ pid: 7, exe: secret, level: 'likely', because: ['own-name'] }],
    },
    removed: { files: 1, bytes: 1, to: 'trash', record: secret, recordNotKept: fault },
    moved: { record: secret, folders: [secret], things: 1, files: 1, bytes: 1 },
    restored: { record: secret, things: 1, back: 0 },
    evidence: { digest: 'd', file: secret, why: 'denied', detail: secret },
    ...{ notKept: fault, keptIn: { folder: secret, fault }, lockedIn: { folder: secret, fault } },
  });
}

const refusalWith = (secret: string): Refusal => ({
  ...{ code: 'needs-proof', subject: secret, detail: secret },
  proof: { kind: 'code', why: 'not-available', detail: secret },
});

const observationWith = (secret: string): Observation =>
  anObservation({
    processes: unknown('denied', secret),
    trayIcons: known([{ id: secret, title: secret } as unknown as TrayIcon]),
    windows: known([{ title: secret, visible: true } as unknown as Window]),
  });

describe('the audit log', () => {
  it('never holds a title, an account, a path or what a system said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(CLASSES) as readonly ReceiptKind[])),
        fc.string({ minLength: 3, maxLength: 12 }),
        (request, end) => {
          const secret = `${SECRET}${end}`;
          const receipt = receiptWith(request, secret);
          const intent = intentOf(where(), NAMES, {
            asked: { ...receipt, request },
            ...{ policyDigest: 'p', before: observationWith(secret) },
            refusals: [refusalWith(secret)],
          });
          const all = [intent, outcomeOf(where(), NAMES, receipt), interruptedOf(intent, 1)];
          expect(JSON.stringify(all)).not.toContain(SECRET);
        },
      ),
    );
  });

  it('says that a request was for one account, and how much is there', () => {
    const { clean_exit: said } = outcomeOf(where(), NAMES, receiptWith('purge', SECRET)).unmapped;
    expect(said).toMatchObject({
      one_account: true,
      remains: { tray_icons: 1, windows: 1, unmerged: 1, doubts: 1 },
      removed: { files: 1, to: 'trash' },
    });
  });
});
