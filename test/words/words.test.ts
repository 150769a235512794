import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageOf, type Language } from '../../shared/core/language.ts';
import { bytes } from '../../shared/words/bytes.ts';
import { en } from '../../shared/words/en.ts';
import { explainWhy } from '../../shared/words/explain-why.ts';
import { words } from '../../shared/words/words.ts';

type Message = (...values: readonly (string | number)[]) => string;

/** All messages of one language by the way to them: `receipt.freed`. */
function messages(lang: Language): ReadonlyMap<string, string | Message> {
  const all = new Map<string, string | Message>();
  const enter = (thing: unknown, path: readonly string[]): void => {
    if (typeof thing === 'string') all.set(path.join('.'), thing);
    else if (typeof thing === 'function') all.set(path.join('.'), thing as Message);
    else for (const [name, one] of Object.entries(thing as object)) enter(one, [...path, name]);
  };
  const { lang: _, ...rest } = words(lang);
  enter(rest, []);
  return all;
}

const [english, chinese] = [messages('en'), messages('zh')];

/** A message as it is read; `first` stands in front of the other values, which are `@1@`, `@2@` … */
const said = (message: string | Message | undefined, first: string | number = 2): string =>
  typeof message === 'function' ? message(first, ...others(message)) : (message ?? '');

const others = (message: Message): readonly string[] =>
  Array.from({ length: Math.max(0, message.length - 1) }, (_, at) => `@${at + 1}@`);

/** Where nothing is to be done there is nothing to say. */
const MAY_BE_EMPTY = /^(next\.gone|check\.\w+\.(limited|missing))$/;

describe('the words of the two languages', () => {
  it('are the same by name and by kind', () => {
    const kinds = (all: typeof english) => [...all].map(([name, one]) => [name, typeof one]).sort();
    expect(kinds(chinese)).toEqual(kinds(english));
  });

  it('are never empty, but where nothing is to be done', () => {
    for (const all of [english, chinese])
      expect(
        [...all]
          .filter(([name, one]) => said(one).trim() === '' && !MAY_BE_EMPTY.test(name))
          .map(([name]) => name),
      ).toEqual([]);
    const empty = (all: typeof english) =>
      [...all].filter(([, one]) => said(one) === '').map(([name]) => name);
    expect(empty(chinese)).toEqual(empty(english));
  });

  it.each<[Language, typeof english]>([
    ['en', english],
    ['zh', chinese],
  ])('say every value that they are given, in %s', (_, all) => {
    const silent = [...all].filter(([name, one]) => {
      if (typeof one !== 'function' || /^(why|method)\./.test(name)) return false;
      const values = ['@0@', ...others(one)];
      return [said(one, '@0@'), said(one, 1)].some((sentence, singular) =>
        values.slice(singular).some((value) => !sentence.includes(value)),
      );
    });
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it.each(Object.keys(en.why))('keep the detail of the reason %s in both', (code) => {
    for (const lang of ['en', 'zh'] as const)
      expect(explainWhy({ code, detail: '@0@' }, words(lang))).toContain('@0@');
  });

  it('take as many values in both', () => {
    const differ = [...english].filter(
      ([name, one]) =>
        typeof one === 'function' && one.length !== (chinese.get(name) as Message).length,
    );
    expect(differ.map(([name]) => name)).toEqual([]);
  });

  it('are Chinese where they are to be: no English sentence was forgotten in them', () => {
    const isCommand = (text: string): boolean => /^(sudo )?clean-exit /.test(text);
    const forgotten = [...chinese].filter(
      ([name, one]) =>
        !isCommand(said(one)) &&
        said(one) === said(english.get(name)) &&
        /[a-z]{3,} [a-z]{2,}/i.test(said(one)),
    );
    expect(forgotten).toEqual([]);
  });
});

describe('every word is used', () => {
  const code = ['shared', 'raycast/src', 'streamdeck/src']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !/words\/(en|zh)[./]/.test(name))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    )
    .join('\n');
  const named = (name: string): boolean => new RegExp(`['"\`.]${name}\\b`).test(code);
  // Advice is taken by `adviceOn`, by system and check.
  const { lang: _, checkAdvice: __, systemNote: ___, ...groups } = en;

  it.each(Object.entries(groups))('of %s', (group, all) => {
    expect(named(group)).toBe(true);
    expect(Object.keys(all).filter((name) => !named(name))).toEqual([]);
  });
});

describe('a sentence', () => {
  it('takes its values in order, and the form for one where there is one', () => {
    expect(en.remaining.trayIcons(1)).toBe('1 tray icon');
    expect(en.remaining.trayIcons(2)).toBe('2 tray icons');
    expect(en.progress.removing(1, 9, '5 MB')).toBe('removing … 1 of 9 files, 5 MB');
    // What a value holds is no pattern.
    expect(en.doctor.wouldAsk('$&', '%s')).toBe('$&: %s');
  });

  it.each([
    [{ code: 'denied' }, 'access denied'],
    [{ code: 'denied', detail: '/proc' }, 'access denied (/proc)'],
    [{ code: 'respawned', detail: '$&' }, 'started again ($&)'],
    [{ code: 'no-such-code', detail: 'x' }, 'no-such-code: x'],
    [{ code: 'constructor', detail: 'x' }, 'constructor: x'],
  ])('says of the reason %j: %s', (why, sentence) => {
    expect(explainWhy(why, en)).toBe(sentence);
  });

  it('names the menu entry by which a client was asked', () => {
    expect(en.method['tray-menu']('$&')).toBe('tray menu “$&”');
    expect(en.method['tray-menu']()).toBe('tray menu');
  });

  it('tells of a refusal what it is and what to do next', () => {
    for (const lang of ['en', 'zh'] as const)
      expect(Object.values(words(lang).refusal.hold).filter(Boolean)).toHaveLength(2);
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
  ])('names %d bytes %s', (size, sentence) => {
    expect(bytes(size)).toBe(sentence);
  });
});
