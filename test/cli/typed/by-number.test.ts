import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenBy } from '../../../shared/cli/pick-by-number.ts';

const CHOICES = [
  { value: 'slow', label: '◐ Slow', names: ['Slow', '慢'] },
  { value: 'slower', label: '✓ Slower', names: ['Slower'] },
  { value: 'all', label: '  every one', names: ['all'] },
];
const valuesOf = (answer: string): readonly string[] =>
  chosenBy(answer, CHOICES).map(({ value }) => value);

describe('a choice that is typed', () => {
  it.each([
    ['1', ['slow']],
    ['3', ['all']],
    ['0', []],
    ['4', []],
    ['SLOW', ['slow']],
    ['慢', ['slow']],
    ['wer', ['slower']],
    ['lo', ['slow', 'slower']],
    ['xyz', []],
  ])('%s is %j', (answer, values) => {
    expect(valuesOf(answer)).toEqual(values);
  });

  it('by its number is that in the list alone', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(valuesOf(String(number))).toEqual(
          CHOICES.slice(0, 3)
            .filter((_, at) => at + 1 === number)
            .map(({ value }) => value),
        );
      }),
    );
  });
});
