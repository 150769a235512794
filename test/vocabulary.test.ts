import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Words of an older code. No name has one of them as a part: `trayRoom` has `room`. */
const OLD_WORDS = new Set([
  ...['aside', 'asides', 'claim', 'claims', 'crew', 'eyes', 'glance', 'glances', 'hands', 'keeper'],
  ...[
    'ladder',
    'ladders',
    'looker',
    'meant',
    'measurer',
    'office',
    'permit',
    'prohibition',
    'room',
  ],
  ...['restraint', 'scales', 'seeing', 'sieve', 'sieves', 'sighting', 'sightings', 'situation'],
  ...['tally', 'tell', 'temper', 'tempers', 'told', 'trail', 'trails'],
]);

/** Whole names that were something else's before; as a part of another name the word is in its usual meaning. */
const OLD_NAMES = new Set([
  ...[
    'Anchor',
    'Glance',
    'Here',
    'Holder',
    'LeftLines',
    'Outside',
    'Turns',
    'Way',
    'beat',
    'beatMs',
  ],
  ...['carryAll', 'carryOut', 'keptBy', 'leftInWords', 'leftLines', 'turns', 'usualWays', 'ways'],
  ...['waysToAsk'],
]);

/** Names of JSON or of an option, which others read. And space is `room` in plain English. */
const STAYS = new Set([
  ...['temper', 'ladders', 'ways', 'tell', 'cannotTell', 'makeRoom', 'roomNext', 'office'],
]);

const partsOf = (name: string): readonly string[] =>
  name
    .replace(/^#/, '')
    .split(/(?<=[a-z0-9])(?=[A-Z])|_/)
    .map((part) => part.toLowerCase());

const isOld = (name: string): boolean =>
  !STAYS.has(name) && (OLD_NAMES.has(name) || partsOf(name).some((part) => OLD_WORDS.has(part)));

/** The old names among the identifiers of a file; what its comments and its sentences say is their own. */
function oldNamesIn(file: string, text: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && isOld(node.text))
      found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return [...found];
}

const files = ['shared', 'streamdeck', 'raycast/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/node_modules|\.d\.ts$/.test(name))
    .map((name) => `${folder}/${name}`),
);

describe('the names of the code', () => {
  it('are those of the glossary: none is an old one', () => {
    const old = files.flatMap((file) =>
      oldNamesIn(file, readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
    );
    expect(old).toEqual([]);
  });

  it.each([
    ['a variable', `const glance = 1;`, 'glance'],
    ['a private field', `class A { #eyes = 1; }`, '#eyes'],
    ['a part of a name', `const trayRoom = () => 1;`, 'trayRoom'],
    ['a constant', `const SET_ASIDE = 1;`, 'SET_ASIDE'],
    ['a type', `interface Holder { readonly pid: number }`, 'Holder'],
    ['a property', `export const a = { meantIds: [] };`, 'meantIds'],
    ['a parameter that is unpacked', `const f = ({ told }: B) => told;`, 'told'],
    ['an import', `import { carryOut } from './a.ts';`, 'carryOut'],
  ])('are guarded: %s is found', (_, text, name) => {
    expect(oldNamesIn('a.ts', text)).toEqual([name]);
  });

  it('may be in a comment, in a sentence and in the text of a page', () => {
    const text = `/** Told aside. */ export const a = <p title="crew">told {'meant'} aside</p>;`;
    expect(oldNamesIn('a.tsx', text)).toEqual([]);
  });
});
