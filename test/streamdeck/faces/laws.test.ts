import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataUri, face, strip } from '../../../streamdeck/src/face.ts';
import type { View } from '../../../streamdeck/src/view.ts';
import { anyAction, anyView, views, type Shown } from './views.ts';
import { faultOf, texts } from './xml.ts';

/** What QtSvg leaves out or paints black; see the faces that it draws. */
const FORBIDDEN =
  /rgba?\(|hsla?\(|#[\da-f]{8}\b|clipPath|clip-path|mask|filter|class=|style=|<tspan|<image|<use|[\d.]e-?\d|NaN|Infinity/i;
const EMOJI = /\p{Emoji_Presentation}/u;

/** Without its texts, which may say anything. */
const shapes = (document: string): string =>
  document.replace(/>[^<]+</g, '><').replace(/aria-label="[^"]*"/, '');
const both = ([action, view]: Shown): readonly string[] => [
  face(action, view),
  strip(action, view),
];
const holds = (law: (document: string) => void): void =>
  fc.assert(
    fc.property(anyAction, anyView, (action, view) => both([action, view]).forEach(law)),
    { numRuns: 500 },
  );

describe('a face, whatever it is to show', () => {
  it('is well-formed', () => {
    holds((document) => expect(faultOf(document)).toBeUndefined());
  });

  it('has nothing that QtSvg does not draw', () => {
    holds((document) => {
      expect(shapes(document)).not.toMatch(FORBIDDEN);
      expect(texts(document).join('')).not.toMatch(EMOJI);
    });
  });

  it('is small, and its numbers have one decimal; those of a scale or a dash have two', () => {
    holds((document) => {
      expect(document.length).toBeLessThan(3_200);
      expect(shapes(document)).not.toMatch(/\.\d{3}/);
    });
    for (const document of views.flatMap(both)) expect(document.length).toBeLessThan(2_400);
  });

  it('is the same for the same view', () => {
    fc.assert(
      fc.property(anyAction, anyView, (action, view) => {
        expect(both([action, structuredClone(view)])).toEqual(both([action, view]));
      }),
    );
  });

  it('survives the way as a data URI', () => {
    holds((document) => {
      const uri = dataUri(document);
      expect(uri).toMatch(/^data:image\/svg\+xml,[\w%.!~*'()-]+$/);
      expect(decodeURIComponent(uri.slice(uri.indexOf(',') + 1))).toBe(document);
    });
  });

  it('has a ring that grows with what is done', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyAction, anyView, part, part, (action, view, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const at = (done: number): View => ({ ...view, ring: { part: done, for: 'work' } });
        expect(dash(face(action, at(less)))).toBeLessThanOrEqual(dash(face(action, at(more))));
        expect(filled(strip(action, at(less)))).toBeLessThanOrEqual(
          filled(strip(action, at(more))),
        );
      }),
    );
    const [none, half, all] = [0, 0.5, 1].map((done) =>
      dash(
        face('force-exit', {
          sign: 'force',
          word: '',
          name: '',
          ring: { part: done, for: 'hold' },
        }),
      ),
    );
    expect([none, half, all]).toEqual([0, 243.4, 486.8]);
  });

  it('says all that it shows to a reader of the screen', () => {
    const view: View = { sign: 'purge', word: 'purge', name: 'A & B', figure: '1.2', unit: 'GB' };
    for (const document of both(['purge-cache', view]))
      expect(document).toContain('aria-label="A &#38; B purge 1.2 GB"');
  });
});

const dash = (document: string): number =>
  Number(/stroke-dasharray="([\d.]+) 487"/.exec(document)?.[1] ?? 0);
const filled = (document: string): number =>
  Number(/width="([\d.]+)" fill="#4C9DF5"/.exec(document)?.[1] ?? 0);
