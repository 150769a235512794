import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapped } from '../../../shared/cli/print/wrap.ts';

const KEY = `clean-exit/log/7323d119-8a30-46f7-9bc3-7b2ef17bf1a4+d4c0f3d9+${'AbC/x+'.repeat(8)}`;
const COPIED = [
  KEY,
  'clean-exit audit ship --to /mnt/share',
  "clean-exit audit ship --to '/mnt/a share'",
  '--checkpoint FILE',
  '--key KEY',
];
const sentence = fc
  .array(fc.constantFrom('a', 'sentence', 'of', 'words', '检查点', '记录。', 'x/y/z'), {
    maxLength: 12,
  })
  .map((words) => words.join(' '));

describe('a line that is broken', () => {
  it('keeps whole what a person copies, at any width', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom(...COPIED),
        sentence,
        fc.integer({ min: 20, max: 120 }),
        (before, copied, after, width) => {
          const lines = wrapped(`${before}: ${copied} ${after}`, width);
          expect(lines.filter((line) => line.includes(copied))).toHaveLength(1);
        },
      ),
    );
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 4, max: 60 }), (text, width) => {
        const bare = (some: string): string => some.replace(/\s/g, '');
        expect(bare(wrapped(text, width).join(''))).toBe(bare(text));
      }),
    );
  });
});
