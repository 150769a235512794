import { ALL_VISIONS, apart, blurred, cellsSeen, lightOf, type Vision } from './eye.ts';
import { sheet } from './sheet.ts';

/** Side of a key of the smallest decks, in px: about 14 mm, so that a pixel is 1.1 minutes of arc from 60 cm. */
export const SIDE = 72;
/** An eye half as sharp as a healthy one, 2 minutes of arc at half height, with some air: in px. */
const SIGMA = 1;
/** A spot of 3.3 minutes of arc. */
const CELL = 3;
/** A difference that nobody overlooks, in CIELAB; 2.3 are just noticeable. */
const CLEAR = 12;

/** A picture by what it means. */
export interface Meaning {
  readonly name: string;
  readonly document: string;
}

export interface Pair {
  readonly one: string;
  readonly other: string;
  /** In how many of the cells of a key they are clearly apart, by the vision that tells them apart the worst. */
  readonly cells: number;
  readonly vision: Vision;
}

/** Name and word are left out: what is measured is what can be told without reading. */
const withoutLines = (document: string): string =>
  document.replace(/<text x="72"[^>]*>[^<]*<\/text>/g, '');

/** Every picture with every other, the most alike first. */
export function confusion(all: readonly Meaning[]): readonly Pair[] {
  const { data, stride, places } = sheet(
    all.map(({ document }) => withoutLines(document)),
    SIDE,
  );
  const lights = places.map(([x, y]) => blurred(lightOf(data, stride, x, y, SIDE), SIGMA));
  const seen = ALL_VISIONS.map((vision) => ({
    vision,
    pictures: lights.map((light) => cellsSeen(light, vision, CELL)),
  }));
  const pairs = all.flatMap((one, at) =>
    all.slice(at + 1).map((other, more) => {
      const found = seen.map(({ vision, pictures }) => {
        const [a, b] = [pictures[at], pictures[at + 1 + more]];
        return { vision, cells: a && b ? apart(a, b, CLEAR) : 0 };
      });
      const worst = found.reduce((least, next) => (next.cells < least.cells ? next : least));
      return { one: one.name, other: other.name, ...worst };
    }),
  );
  return pairs.sort((a, b) => a.cells - b.cells);
}
