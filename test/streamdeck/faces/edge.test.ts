import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { face } from '../../../streamdeck/src/face.ts';
import type { DeckState } from '../../../streamdeck/src/deck-state.ts';
import { LANGUAGES } from '../../../streamdeck/src/language.ts';
import type { View } from '../../../streamdeck/src/view.ts';
import { shortNameOf } from '../../../streamdeck/src/targets.ts';
import { word, type Word } from '../../../streamdeck/src/words.ts';
import { titled } from '../../desk/missing.ts';
import { missingFont, sheet } from './sheet.ts';

/** Words that stand within a ring, whether it fills or stands ready. */
const RINGED: readonly Word[] = [
  ...([
    'keep-holding',
    'hold',
    'hold-longer',
    'hold-to-force',
    'purge',
    'exit-then-purge',
  ] as const),
  ...(['exiting', 'forcing', 'purging', 'hiding'] as const),
];
/** How much air there is at least between a letter and the ring, on 144 px. */
const AIR = 2;
const SIDE = 72;
const STATE = { clients } as unknown as DeckState;

const held = (say: string, name: string): View => ({
  ...{ sign: 'force', word: say, name },
  ring: { part: 1, for: 'hold' },
});

/** Each word and each name once: they stand at the same places in every face. */
const VIEWS: readonly View[] = [
  ...new Set(LANGUAGES.flatMap((language) => RINGED.map((say) => word(language, say)))),
].map((say) => held(say, ''));
const NAMES: readonly View[] = [
  ...new Set(
    LANGUAGES.flatMap((language) => clients.map(({ id }) => shortNameOf(id, STATE, language))),
  ),
].map((name) => held('', name));

const texts = (document: string): string =>
  document
    .replace(/<(?:rect|path|circle)[^>]*\/>/g, '')
    .replaceAll(/fill="#\w+"/g, 'fill="#FFFFFF"');
/** The ring alone, wider by its air on both sides. */
const rings = (document: string): string => {
  const paths = document.match(/<path d="M72 6[^>]*>/g) ?? [];
  const wide = paths.map((one) => one.replace('stroke-width="8"', `stroke-width="${8 + 2 * AIR}"`));
  return `<g>${wide.join('').replaceAll(/stroke="#\w+"/g, 'stroke="#FFFFFF"')}</g>`;
};

/** Pixels where a letter and the ring meet. */
function touching(documents: readonly string[]): readonly number[] {
  const [letters, edges] = [sheet(documents.map(texts), SIDE), sheet(documents.map(rings), SIDE)];
  return letters.places.map(([x, y]) => {
    let count = 0;
    for (let row = y; row < y + SIDE; row += 1)
      for (let column = x; column < x + SIDE; column += 1) {
        const at = (row * letters.stride + column) * 4;
        const both = Math.min(letters.data[at + 3] ?? 0, edges.data[at + 3] ?? 0);
        count += Number(both > 96);
      }
    return count;
  });
}

describe.skipIf(missingFont !== undefined)(titled('a ring', missingFont), () => {
  it('is touched by no letter, in any language', () => {
    const shown = [...VIEWS, ...NAMES];
    const counts = touching(shown.map((view) => face('force-exit', view)));
    const touched = shown.filter((_, at) => counts[at] !== 0);
    expect(touched.map((view) => `${view.name}: ${view.word}`)).toEqual([]);
  });

  it('is guarded: a word that reaches it is found', () => {
    const [view] = VIEWS;
    const good = view ? face('force-exit', view) : '';
    const low = good.replaceAll(/y="125"/g, 'y="136"');
    expect(low).not.toBe(good);
    const [none, some = 0] = touching([good, low]);
    expect(none).toBe(0);
    expect(some).toBeGreaterThan(20);
  });
});
