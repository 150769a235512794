import { describe, expect, it } from 'vitest';
import { auditedAs } from '../../shared/core/audited-as.ts';

const fault = { code: 'ENOSPC', path: '/state/audit' };

describe('what a receipt says of the audit log', () => {
  it('is all where its lines are there, partly where one could not be written, else none', () => {
    expect(auditedAs({ audit: { intent: 0, outcome: 1 } })).toBe('all');
    // Nobody was there: one line sums that up.
    expect(auditedAs({ audit: { outcome: 1 } })).toBe('all');
    expect(auditedAs({ audit: { intent: 0, fault } })).toBe('partly');
    expect(auditedAs({ audit: { outcome: 1, fault } })).toBe('partly');
    expect(auditedAs({ audit: { fault } })).toBe('none');
    expect(auditedAs({})).toBe('none');
  });
});
