import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { face, strip } from '../../../streamdeck/src/face.ts';
import { fit, widthOf } from '../../../streamdeck/src/face/fit.ts';
import type { View } from '../../../streamdeck/src/view.ts';
import { texts } from './xml.ts';

describe('a text on a face', () => {
  it('ends in an ellipsis when it is too long, else it is whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (word) => {
        const clean = word.replace(/\s+/g, ' ').trim();
        const { text, size } = fit(word, 132, 17, 22);
        expect(size).toBeGreaterThanOrEqual(17);
        expect(size).toBeLessThanOrEqual(22);
        expect(widthOf(text) * size).toBeLessThanOrEqual(132.1);
        if (widthOf(clean) * 17 > 132) expect(text).toMatch(/…$/);
        else expect(text).toBe(clean);
      }),
    );
  });

  it.each([
    ['Practice client', 'Practice client'],
    ['A very long name of a client', /^A very long.*…$/],
    ['微信企业版工作台助手', /^微信企业版工…$/],
  ])('stands on top of a key: %s', (name, shown) => {
    const [top = ''] = texts(face('status', { sign: 'gone', word: 'gone', name }));
    expect(top).toMatch(shown);
  });

  it('is a measured figure as a whole, or it is not there', () => {
    const view: View = {
      sign: 'running',
      word: 'läuft gerade',
      name: '',
      figure: '312',
      unit: 'MB',
    };
    expect(texts(face('status', view))).toEqual(['läuft gerade']);
    expect(texts(face('status', { ...view, word: 'on' }))).toEqual(['on 312 MB']);
  });

  it.each(['residue', 'working', 'purge', 'freed', 'detail', 'running'] as const)(
    'never shows a part of a figure: %s',
    (sign) => {
      const view: View = { sign, word: '', name: '', figure: '1234567890123', unit: '' };
      const ring = { part: 0.5, for: 'work' } as const;
      for (const document of [
        face('status', view),
        strip('dial', view),
        face('status', { ...view, ring }),
      ])
        for (const text of texts(document)) expect(text).toBe('1234567890123');
    },
  );
});
