import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pressWord } from '../../../streamdeck/inspector/press.ts';
import { SUPPORT } from '../../../streamdeck/inspector/support.ts';
import { ACTIONS } from '../../../streamdeck/src/actions/index.ts';
import { LANGUAGES } from '../../../streamdeck/src/language.ts';
import { word } from '../../../streamdeck/src/words.ts';

const FOLDER = 'streamdeck/org.clean-exit.keys.sdPlugin';
const both = [true, false];

describe('what a press does', () => {
  const ways = both.flatMap((confirm) =>
    both.flatMap((isInMulti) =>
      (['nothing', 'purge'] as const).map((then) => ({ confirm, isInMulti, then })),
    ),
  );

  it.each(ACTIONS.map(({ id }) => id))('is one sentence for %s, in every language', (id) => {
    for (const { confirm, isInMulti, then } of ways) {
      const name = pressWord(id, { confirm, then }, isInMulti);
      if (name === undefined) throw new Error(`nothing is said of ${id}`);
      for (const language of LANGUAGES) {
        const said = word(language, name);
        expect(said, language).toMatch(/^[^.。]+[.。]$/);
      }
    }
  });

  it('depends on what is set, and on who could hold the key', () => {
    const of = (
      id: string,
      confirm: boolean,
      isInMulti = false,
      then: 'nothing' | 'purge' = 'nothing',
    ) => pressWord(id, { confirm, then }, isInMulti)?.replace('inspector.press.', '');
    expect([of('safe-exit', true), of('safe-exit', true, false, 'purge')]).toEqual([
      'safe-exit',
      'safe-exit-purge',
    ]);
    expect([of('force-exit', true), of('force-exit', true, true), of('force-exit', false)]).toEqual(
      ['force-exit', 'warns', 'force-exit-now'],
    );
    expect(
      both.flatMap((confirm) => both.map((isInMulti) => of('purge-cache', confirm, isInMulti))),
    ).toEqual(['warns', 'purge-cache', 'purge-cache-multi', 'purge-cache-now']);
    expect(pressWord('tomorrow', { confirm: true, then: 'nothing' }, false)).toBeUndefined();
  });
});

describe('the manifest', () => {
  it('leads to the same help as the inspector', () => {
    const manifest = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8')) as object;
    expect(manifest).toMatchObject({ SupportURL: SUPPORT });
  });
});
