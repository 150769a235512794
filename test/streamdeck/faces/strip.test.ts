import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { strip } from '../../../streamdeck/src/face.ts';
import { GROUND } from '../../../streamdeck/src/face/colours.ts';
import { widthOf } from '../../../streamdeck/src/face/fit.ts';
import { STATES } from '../../../streamdeck/src/face/states.ts';
import type { DeckState } from '../../../streamdeck/src/deck-state.ts';
import { LANGUAGES, type Language } from '../../../streamdeck/src/language.ts';
import { shortNameOf } from '../../../streamdeck/src/targets.ts';
import type { Sign, View } from '../../../streamdeck/src/view.ts';
import { word, type Word } from '../../../streamdeck/src/words.ts';
import { SIGNS } from './views.ts';

const STATE = { clients } as unknown as DeckState;
const WORK = { ring: { part: 0.4, for: 'work' } } as const;
const HELD = { ring: { part: 0.4, for: 'hold' } } as const;
const PAGE = { page: { at: 1, of: 5 } } as const;

/** What a dial says: each word with the sign beside it. */
const SAID: readonly (readonly [Sign, Word, Partial<View>])[] = [
  ...(['looking', 'gone', 'running', 'in-tray', 'unknown', 'grant-access'] as const).map(
    (one) => [one, one, {}] as const,
  ),
  ['residue', 'residue', { figure: '12' }],
  ...(['exiting', 'forcing', 'purging', 'hiding'] as const).map(
    (one) => ['working', one, { ...WORK, figure: '12', unit: 's' }] as const,
  ),
  ['still-here', 'still-here', {}],
  ['still-here', 'hold-to-force', {}],
  ['running', 'keep-holding', HELD],
  ...(['partly', 'failed', 'busy', 'not-allowed', 'on-hold'] as const).map(
    (one) => [one, one, {}] as const,
  ),
  ...(['processes', 'tray', 'memory', 'cache', 'accounts'] as const).map(
    (one) => ['detail', one, { ...PAGE, figure: '1.31', unit: 'GB' }] as const,
  ),
];

interface Text {
  readonly said: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
}

const textsOf = (document: string): readonly Text[] =>
  [
    ...document.matchAll(
      /<text x="([^"]*)" y="([^"]*)" font-size="([^"]*)" fill="([^"]*)">([^<]*)</g,
    ),
  ]
    .map(([, x, y, size, fill = '', said = '']) => ({
      ...{ said, fill },
      ...{ x: Number(x), y: Number(y), size: Number(size) },
    }))
    // What stands in a mark is placed with it.
    .filter(({ x }) => x === 80);

const stripsIn = (language: Language): readonly string[] =>
  SAID.map(([sign, say, more], at) => {
    const name = shortNameOf(clients[at % clients.length]?.id ?? '', STATE, language);
    return strip('dial', { sign, word: word(language, say), name, ...more });
  });

/** Relative luminance and contrast of WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map(luminance).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('a dial’s part of the touch strip', () => {
  it.each(LANGUAGES)('says every word whole, in letters that can be read, in %s', (language) => {
    for (const document of stripsIn(language)) {
      const [name, ...words] = textsOf(document);
      expect(words.length).toBeGreaterThan(0);
      expect(name?.size).toBeGreaterThanOrEqual(20);
      for (const { said, size, x, y } of [...(name ? [name] : []), ...words]) {
        expect(said).not.toContain('…');
        // A single long word may be a little smaller.
        expect(size, said).toBeGreaterThanOrEqual(widthOf(said) * 20 < 111 ? 20 : 17);
        expect(x + widthOf(said) * size, said).toBeLessThanOrEqual(198);
        expect(y, said).toBeLessThanOrEqual(document.includes('rx="3"') ? 86 : 96);
        expect(y - size, said).toBeGreaterThanOrEqual(-3);
      }
    }
  });

  it('has letters that stand out by 7 to 1, and pictures by 4.5 to 1', () => {
    const fills = LANGUAGES.flatMap(stripsIn).flatMap(textsOf);
    for (const { fill, said } of fills)
      expect(contrast(fill, GROUND), said).toBeGreaterThanOrEqual(7);
    for (const sign of SIGNS)
      expect(contrast(STATES[sign].colour, GROUND), sign).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#FFFFFF', '#000000')).toBe(21);
    expect(contrast('#8A94A3', GROUND)).toBeLessThan(7);
  });
});
