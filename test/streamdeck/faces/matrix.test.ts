import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { face } from '../../../streamdeck/src/face.ts';
import { titled } from '../../desk/missing.ts';
import { confusion, type Meaning, type Pair } from './matrix.ts';
import { MEANINGS } from './meanings.ts';
import { missingFont } from './sheet.ts';
import { withTable } from './table.ts';
import { ACTIONS, SIGNS, viewOf } from './views.ts';

/** Of the 576 cells of a key: as much as a spot of 2 by 2 mm, eleven minutes of arc from 60 cm. */
const LEAST = 12;
/** What tells two keys apart has to be seen before what tells two states apart. */
const LEAST_OF_ACTIONS = 20;

const tooAlike = (pairs: readonly Pair[], least: number): readonly string[] =>
  pairs
    .filter(({ cells }) => cells < least)
    .map(
      ({ one, other, cells, vision }) => `${one} = ${other}: ${cells} cells of 576, by ${vision}`,
    );

const named = (name: string): Meaning => ({ name, document: documentOf(name) });
const documentOf = (name: string): string =>
  MEANINGS.find((one) => one.name === name)?.document ?? '';

describe.skipIf(missingFont !== undefined)(titled('the pictures of the keys', missingFont), () => {
  // Measured when the first test asks, so that a run without a font draws nothing.
  let measured: readonly Pair[] | undefined;
  const all = (): readonly Pair[] => (measured ??= confusion(MEANINGS));

  it('are one for every state on every action, and for each way to hold it', () => {
    for (const action of ACTIONS)
      for (const sign of SIGNS)
        expect(MEANINGS.some(({ name }) => name.startsWith(`${action} / ${sign}`))).toBe(true);
    expect(new Set(MEANINGS.map(({ name }) => name)).size).toBe(MEANINGS.length);
  });

  it('that mean something different can be told apart at 72 px from 60 cm, by everybody and in grey', () => {
    expect(all()).toHaveLength((MEANINGS.length * (MEANINGS.length - 1)) / 2);
    expect(tooAlike(all(), LEAST)).toEqual([]);
  });

  it('of two actions are farther apart than two states of one action have to be', () => {
    const others = all().filter(({ one, other }) => one.split(' /')[0] !== other.split(' /')[0]);
    expect(tooAlike(others, LEAST_OF_ACTIONS)).toEqual([]);
  });

  it('stand in docs/key-pictures.md with those that they are most alike', () => {
    const page = readFileSync('docs/key-pictures.md', 'utf8');
    expect(page.split('\n').filter((line) => line.startsWith('|')).length).toBeGreaterThan(35);
    expect(withTable(page, all()), 'run npm run assets').toBe(page);
  });

  it.each<[fault: string, one: string, other: string]>([
    ['hidden looks like a window that can be hidden', 'hide / running', 'hide / hidden'],
    ['access looks like not knowing', 'status / unknown', 'status / grant-access'],
    ['"hold longer" looks like "hold"', 'force-exit / force / hold', 'force-exit / hold-longer'],
    ['a door looks like an eye while a client leaves', 'safe-exit / working', 'status / working'],
    ['a door looks like an eye once it is gone', 'safe-exit / gone', 'status / gone'],
  ])('are guarded: it is found where %s', (_, one, other) => {
    expect(tooAlike(confusion([named(one), named(other)]), LEAST)).toEqual([]);
    const planted = { name: other, document: documentOf(one) };
    expect(tooAlike(confusion([named(one), planted]), LEAST)).toHaveLength(1);
  });

  it('are guarded: a state that only its colour tells is not told by everybody', () => {
    const gone = face('status', viewOf('gone'));
    // A red that is as light as the green.
    const red = gone.replaceAll('#34C77B', '#E98C8C');
    const [pair] = confusion([
      { name: 'green', document: gone },
      { name: 'red', document: red },
    ]);
    expect(red).not.toBe(gone);
    expect(pair?.cells).toBe(0);
  });
});
