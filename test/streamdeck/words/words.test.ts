import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fits } from '../../../streamdeck/src/face/fit.ts';
import { LANGUAGES } from '../../../streamdeck/src/language.ts';
import { faultsOf, forbidden, lacking, type Table, widthOf, wordsOf } from './faults.ts';

const FOLDER = 'streamdeck/org.clean-exit.keys.sdPlugin';
const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
const table = (language: string): Table => read(`${language}.json`) as Table;
const english = table('en');

/** Words that stand in a ring that fills or stands ready, where the line is shorter. */
const IN_RING = [
  ...['exiting', 'forcing', 'purging', 'hiding', 'keep-holding', 'hold', 'hold-longer'],
  ...['hold-to-force', 'purge', 'exit-then-purge'],
];
const RING_ROOM = 106;

interface Manifest {
  readonly Name: string;
  readonly Category: string;
  readonly Actions: readonly { readonly UUID: string; readonly Name: string }[];
}

describe('the languages of the keys', () => {
  it('are those that the program speaks, and no other', () => {
    const files = readdirSync(FOLDER).filter((name) => /^[a-z]{2}(_[A-Z]{2})?\.json$/.test(name));
    expect(files.sort()).toEqual(LANGUAGES.map((one) => `${one}.json`).sort());
  });

  it.each(LANGUAGES)('say everything in %s, and short enough for a key', (language) => {
    expect(faultsOf(table(language), english)).toEqual([]);
  });

  it.each(LANGUAGES)('are whole also in the ring of a key in %s', (language) => {
    const words = wordsOf(table(language));
    const inRing = IN_RING.map((name) => words.get(`Localization / ${name}`) ?? '');
    expect(inRing).not.toContain('');
    expect(inRing.filter((word) => !fits(word, RING_ROOM, 17))).toEqual([]);
  });

  it('use only the words of our vocabulary', () => {
    expect(forbidden(english)).toEqual([]);
  });

  it.each(LANGUAGES.filter((one) => one !== 'en'))('are translated in %s', (language) => {
    const same = [...wordsOf(table(language))].filter(
      ([path, word]) => word === wordsOf(english).get(path),
    );
    expect(same.map(([path]) => path)).toEqual(['Name']);
  });

  it.each(LANGUAGES)('keep the name of the product in %s', (language) => {
    expect(table(language)['Name']).toBe('Clean Exit');
  });

  it.each(LANGUAGES)('name every action of the manifest in %s', (language) => {
    const manifest = read('manifest.json') as Manifest;
    expect(manifest.Category).toBe(manifest.Name);
    expect(manifest.Actions.length).toBeGreaterThan(0);
    const actions = manifest.Actions.map((action) => action.UUID);
    expect(lacking(table(language), actions)).toEqual([]);
  });
});

describe('a fault planted in a language is found:', () => {
  const model: Table = { Name: 'Keys', 'a.b': { Name: 'B' }, Localization: { some: '%s of it' } };
  const broken: readonly (readonly [string, Table, string])[] = [
    ['a word that is missing', { ...model, 'a.b': {} }, 'a.b / Name: missing'],
    ['a word too many', { ...model, 'a.b': { Name: 'B', Tip: 'T' } }, 'a.b / Tip: not in English'],
    ['a group in place of a word', { ...model, Name: { is: 'Keys' } }, 'Name: missing'],
    ['an empty word', { ...model, Name: ' ' }, 'Name: empty'],
    [
      'a lost value',
      { ...model, Localization: { some: 'of it' } },
      'Localization / some: other %s',
    ],
    [
      'a word too wide for a key',
      { ...model, Localization: { some: '%s of it and more' } },
      'Localization / some: wide',
    ],
    [
      'a Chinese word too wide for a key',
      { ...model, Localization: { some: '%s 已经完全退净了' } },
      'Localization / some: wide',
    ],
  ];

  it.each(broken)('%s', (_title, planted, fault) => {
    expect(faultsOf(model, model)).toEqual([]);
    expect(faultsOf(planted, model)).toContain(fault);
  });

  it.each(['Kill it', 'cleans up', 'Optimise', 'this app', 'a target'])('"%s"', (word) => {
    expect(forbidden({ Name: word })).toEqual(['Name']);
  });

  it('an action without a name', () => {
    expect(lacking(model, ['a.b', 'a.c'])).toEqual([
      'a.b / Tooltip',
      'a.c / Name',
      'a.c / Tooltip',
    ]);
  });

  it('while long words of the inspector and the name of the command are none', () => {
    const long = { Localization: { 'inspector.x': 'Run clean-exit doctor, a longer sentence.' } };
    expect(faultsOf(long, long)).toEqual([]);
    expect(forbidden(long)).toEqual([]);
    expect(widthOf('已退净')).toBe(51);
  });
});
