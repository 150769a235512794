import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../shared/policy/read.ts';
import { mergedPolicy } from '../../shared/policy/merge.ts';
import { faultOf } from '../../shared/store/json-file.ts';
import { fileFaultInWords } from '../../shared/words/file-fault-in-words.ts';
import { words } from '../../shared/words/words.ts';
import { nearlyValid, validDocument } from './documents.ts';

const FILE = 'policy.json';
/** What no reader of a sentence should see. */
const UNREADABLE = /undefined|\[object|Invalid input: |invalid_|ZodError|NaN/;

describe('10,000 random policy documents', () => {
  it('are accepted where they are valid', () => {
    fc.assert(
      fc.property(validDocument, (document) => {
        expect(readPolicy(document).issues).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are accepted, or refused with readable messages in both languages', () => {
    let refused = 0;
    fc.assert(
      fc.property(nearlyValid, (document) => {
        const { issues, said } = readPolicy(document);
        mergedPolicy([{ source: 'managed', ...said }], 'wechat');
        if (issues.length > 0) refused++;
        for (const lang of ['en', 'zh'] as const)
          for (const { might: _, ...issue } of issues) {
            const text = fileFaultInWords(faultOf(FILE, issue, document), words(lang));
            if (UNREADABLE.test(text) || text.length > 600) expect(text).toBe('a readable message');
          }
      }),
      { numRuns: 9_000 },
    );
    expect(refused).toBeGreaterThan(4_000);
  });

  it('that are refused are never looser than what of them is valid', () => {
    fc.assert(
      fc.property(validDocument, fc.constantFrom('hold', 'force', 'doubts'), (valid, field) => {
        const { preset: _, ...document } = { preset: '', ...valid };
        const broken = readPolicy({ ...document, [field]: 7 }).said;
        const before = readPolicy(document).said;
        for (const client of [undefined, 'wechat']) {
          const now = mergedPolicy([{ source: 'managed', ...broken }], client).policy;
          const then = mergedPolicy([{ source: 'managed', ...before }], client).policy;
          expect(now.hold || !then.hold).toBe(true);
          expect(now.force === 'never' || then.force === 'allow').toBe(true);
        }
        expect({ hold: true, force: 'never', doubts: 'strict' }[field]).toBe(broken.says[field]);
      }),
      { numRuns: 300 },
    );
  });
});
