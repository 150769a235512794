import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../shared/clients/index.ts';
import { face, strip } from '../../../streamdeck/src/face.ts';
import { widthOf } from '../../../streamdeck/src/face/fit.ts';
import { shorterNames, shortName } from '../../../streamdeck/src/face/short-name.ts';
import { LANGUAGES } from '../../../streamdeck/src/language.ts';
import type { DeckState } from '../../../streamdeck/src/deck-state.ts';
import { nameOfAll, shortNameOf } from '../../../streamdeck/src/targets.ts';
import { MEANINGS } from './meanings.ts';
import { ACTIONS, SIGNS, viewOf } from './views.ts';
import { texts } from './xml.ts';

const KEY = 132;
const RING = 106;
const state = { clients } as unknown as DeckState;

describe('the name of a client on a key', () => {
  it('stands on top of every state of every action, whole and in letters of 18 px at least', () => {
    for (const { name, document } of MEANINGS) {
      expect(texts(document)).toContain('Telegram');
      const size = Number(/font-size="([\d.]+)"[^>]*>Telegram</.exec(document)?.[1]);
      expect(size, name).toBeGreaterThanOrEqual(18);
    }
    for (const action of ACTIONS)
      for (const sign of SIGNS)
        expect(texts(strip(action, viewOf(sign))).join()).toContain('Telegram');
  });

  it.each(LANGUAGES)('is whole for every client of the catalogue, in %s', (language) => {
    const names = clients.map(({ id }) => shortNameOf(id, state, language));
    expect(names).not.toContain('');
    const several = nameOfAll(
      clients.map(({ id }) => id),
      state,
      { language },
    );
    const none = nameOfAll([], state, { language });
    const cut = [...names, several, none].flatMap((name) =>
      [KEY, RING]
        .map((space) => shortName(name, space, 18, 20).text)
        .filter((one) => /…/.test(one)),
    );
    expect(cut).toEqual([]);
    const onStrip = names.map((name) => texts(strip('dial', { ...viewOf('gone'), name }))[0]);
    expect(onStrip.filter((one) => one?.includes('…'))).toEqual([]);
  });

  it.each([
    ['Microsoft Teams', 'Teams'],
    ['Telegram', 'Telegram'],
    ['Telegram Desktop', 'Telegram'],
    ['Acme Messenger Beta', 'Acme'],
    ['Acme Chat (work laptop)', 'Acme Chat'],
    ['Acme Chat for Linux', 'Acme Chat'],
    ['练习聊天工具客户端', '练习聊天工具'],
    ['The', 'The'],
    ['Desktop', 'Desktop'],
  ])('is shortened as people would: %s is %s', (name, shown) => {
    expect(shortName(name, KEY, 18, 20).text).toBe(shown);
  });

  it('keeps its long form where that fits', () => {
    expect(shortName('Acme Desktop', KEY, 18, 20).text).toBe('Acme Desktop');
  });

  it('fits, is never empty, and is cut within a word only where the first one is too long', () => {
    const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const name = words.join(' ');
        const { text, size } = shortName(name, RING, 18, 20);
        expect(widthOf(text) * size).toBeLessThanOrEqual(RING + 0.1);
        expect(text).not.toMatch(/^…?$/);
        if (!text.endsWith('…')) {
          expect(shorterNames(name)).toContain(text);
          return;
        }
        const kept = text.slice(0, -1);
        const [first = ''] = (shorterNames(name).at(-1) ?? '').split(' ');
        if (widthOf(`${first}…`) * 18 <= RING) expect(` ${name} `).toContain(` ${kept} `);
      }),
    );
  });

  it('is said to a reader of the screen, also where "hold: force" takes the place of "still here"', () => {
    const view = { ...viewOf('still-here'), says: 'still here', word: 'hold: force' };
    expect(face('safe-exit', { ...view, canHold: true })).toContain(
      'aria-label="Telegram still here hold: force"',
    );
  });
});
