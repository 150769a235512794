import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytes, commandLine, explainRefusal, explainWhy } from '../../shared/core/explain.ts';
import { languageOf, text, words, type Language } from '../../shared/core/explain.ts';
import { doctorWords } from '../../shared/core/words/doctor.ts';

/** All sentences of one language by the way to them: `text.freed`. */
function sentences(lang: Language): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const enter = (thing: unknown, path: string): void => {
    if (typeof thing === 'string') all.set(path, thing);
    else for (const [name, one] of Object.entries(thing as object)) enter(one, `${path}.${name}`);
  };
  enter(words(lang), 'words');
  enter(commandLine(lang), 'commandLine');
  enter(doctorWords(lang), 'doctor');
  return all;
}

const [en, zh] = [sentences('en'), sentences('zh')];

/** Where nothing is to be done there is nothing to say. */
const MAY_BE_EMPTY = /^words\.(next\.gone|check\.\w+\.(limited|missing))$/;

const count = (said: string | undefined): number => said?.match(/%s/g)?.length ?? 0;

describe('the words of the two languages', () => {
  it('are the same by name', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('are never empty, but where nothing is to be done', () => {
    for (const all of [en, zh])
      expect(
        [...all].filter(([name, said]) => said.trim() === '' && !MAY_BE_EMPTY.test(name)),
      ).toEqual([]);
    const empty = (all: typeof en) =>
      [...all].filter(([, said]) => said === '').map(([name]) => name);
    expect(empty(zh)).toEqual(empty(en));
  });

  it('have a place for just as many values, in every form', () => {
    const differ = [...en].filter(([name, said]) => {
      const forms = [...said.split('|'), ...(zh.get(name)?.split('|') ?? [])];
      // Behind the bar of a reason stands what is said without its detail.
      const places = new Set(
        (name.startsWith('words.why.') ? forms.slice(0, 1) : forms).map(count),
      );
      return places.size > 1;
    });
    expect(differ).toEqual([]);
  });

  it('are Chinese where they are to be: no English sentence was forgotten in them', () => {
    const forgotten = [...zh].filter(
      ([name, said]) => said === en.get(name) && /[a-z]{3,} [a-z]{2,}/i.test(said),
    );
    expect(forgotten).toEqual([]);
  });
});

describe('every word is used', () => {
  const code = ['shared', 'raycast/src', 'streamdeck/src']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes('core/words/'))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    )
    .join('\n');
  const named = (name: string): boolean => new RegExp(`['"\`.]${name}\\b`).test(code);

  it.each<[what: string, names: readonly string[]]>([
    ['texts', Object.keys(words('en').text)],
    ['reasons', Object.keys(words('en').why)],
    ['of the help', Object.keys(commandLine('en').help)],
    ['of the tour', Object.keys(commandLine('en').tour)],
    // Its advice is taken by `adviceOn`, by system and check.
    ['of the doctor', Object.keys(doctorWords('en')).filter((name) => name !== 'advice')],
  ])('%s', (_, names) => {
    expect(names.filter((name) => !named(name))).toEqual([]);
  });
});

describe('a sentence', () => {
  it('takes its values in order, and the form for one where there is one', () => {
    expect(text('en', 'trayIcons', 1)).toBe('1 tray icon');
    expect(text('en', 'trayIcons', 2)).toBe('2 tray icons');
    expect(text('en', 'removing', 1, 9, '5 MB')).toBe('removing … 1 of 9 files, 5 MB');
    // What a value holds is no pattern.
    expect(text('en', 'wouldAsk', '$&', '%s')).toBe('$& would be asked by: %s');
  });

  it.each([
    [{ code: 'denied' }, 'not allowed'],
    [{ code: 'denied', detail: '/proc' }, 'not allowed (/proc)'],
    [{ code: 'tray-menu', detail: 'Quit' }, 'tray menu “Quit”'],
    [{ code: 'tray-menu' }, 'tray menu'],
    [{ code: 'no-such-code', detail: 'x' }, 'no-such-code: x'],
  ])('says of the reason %j: %s', (why, said) => {
    expect(explainWhy(why, 'en')).toBe(said);
  });

  it('tells of a refusal what it is and what to do next', () => {
    const refusal = { code: 'hold', subject: 'chat' } as const;
    for (const lang of ['en', 'zh'] as const)
      expect(Object.values(explainRefusal(refusal, lang)).filter(Boolean)).toHaveLength(2);
  });

  it.each([
    ['zh_CN.UTF-8', 'zh'],
    ['zh-Hant-TW', 'zh'],
    ['zh', 'zh'],
    ['C.UTF-8', 'en'],
    ['zhx', 'en'],
    ['', 'en'],
  ])('is for the locale %j in %s', (locale, lang) => {
    expect(languageOf(locale)).toBe(lang);
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [999.5, '1.00 kB'],
    [12_345, '12.3 kB'],
    [99_500, '100 kB'],
    [999_499, '999 kB'],
    [999_500, '1.00 MB'],
    [1e15, '1000 TB'],
  ])('names %d bytes %s', (size, said) => {
    expect(bytes(size)).toBe(said);
  });
});
