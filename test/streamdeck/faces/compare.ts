import type { PNG } from 'pngjs';
import type { Grid } from './drawn.ts';

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where each document of a grid stands. */
export const cells = ({ documents, columns, width, height }: Grid): readonly Cell[] =>
  documents.map((_, at) => ({
    x: (at % columns) * width,
    y: Math.floor(at / columns) * height,
    ...{ width, height },
  }));

export interface Difference {
  /** The mean of how far grey levels are apart, of 255. */
  readonly mean: number;
  /** How much more of the cell is covered in the one than in the other, as a share. */
  readonly cover: number;
  /** Pixels that are black in one of them alone; the ground is not black. */
  readonly black: number;
  /** Pixels in which nothing was drawn at all. */
  readonly bare: number;
}

/** Half way from the ground to the darkest colour that is drawn on it. */
const DRAWN = 36;
const BLACK = 8;

/** How far two drawings of one document are apart. */
export function difference(one: PNG, other: PNG, { x, y, width, height }: Cell): Difference {
  let [apart, cover, black, bare] = [0, 0, 0, 0];
  for (let row = y; row < y + height; row += 1)
    for (let column = x; column < x + width; column += 1) {
      const at = (row * one.width + column) * 4;
      const [a, b] = [grey(one.data, at), grey(other.data, at)];
      apart += Math.abs(a - b);
      cover += Number(a > DRAWN) - Number(b > DRAWN);
      black += Number(a < BLACK !== b < BLACK);
      bare += Number(isBare(one.data, at) || isBare(other.data, at));
    }
  const all = width * height;
  return { mean: apart / all, cover: cover / all, black, bare };
}

const grey = (data: Buffer, at: number): number =>
  0.3 * (data[at] ?? 0) + 0.59 * (data[at + 1] ?? 0) + 0.11 * (data[at + 2] ?? 0);

const isBare = (data: Buffer, at: number): boolean =>
  (data[at] ?? 0) > 240 && (data[at + 1] ?? 0) < 16 && (data[at + 2] ?? 0) > 240;
