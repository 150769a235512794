/** How a person sees the colours: with all cones, without one kind of them, or none (a screen in grey). */
export type Vision = keyof typeof VISIONS;

type Matrix = readonly [number, number, number, number, number, number, number, number, number];

/**
 * Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009),
 * severity 1.0, on linear RGB; grey is the luminance of BT.709.
 */
const VISIONS = {
  'all colours': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    ...[0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216],
    ...[-0.003882, -0.048116, 1.051998],
  ] as unknown as Matrix,
  deuteranopia: [
    ...[0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413],
    ...[-0.01182, 0.04294, 0.968881],
  ] as unknown as Matrix,
  tritanopia: [
    ...[1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602],
    ...[0.004733, 0.691367, 0.3039],
  ] as unknown as Matrix,
  grey: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
} as const satisfies Record<string, Matrix>;

export const ALL_VISIONS = Object.keys(VISIONS) as readonly Vision[];

/** sRGB of 0 to 255 as linear light of 0 to 1 (IEC 61966-2-1). */
const LINEAR = Float64Array.from({ length: 256 }, (_, level) => {
  const part = level / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** A square picture in linear light, three numbers a pixel. */
export interface Light {
  readonly side: number;
  readonly values: Float64Array;
}

/** One picture of a sheet. */
export function lightOf(data: Buffer, stride: number, x: number, y: number, side: number): Light {
  const values = new Float64Array(side * side * 3);
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1)
      for (let one = 0; one < 3; one += 1)
        values[(row * side + column) * 3 + one] =
          LINEAR[data[((y + row) * stride + x + column) * 4 + one] ?? 0] ?? 0;
  return { side, values };
}

/** What the optics of an eye leave of it: a Gaussian, `sigma` in pixels. */
export function blurred({ side, values }: Light, sigma: number): Light {
  const reach = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * sigma ** 2)),
  );
  const whole = kernel.reduce((sum, one) => sum + one, 0);
  const along = (from: Float64Array, step: number, cross: number): Float64Array => {
    const to = new Float64Array(from.length);
    for (let line = 0; line < side; line += 1)
      for (let at = 0; at < side; at += 1)
        for (let one = 0; one < 3; one += 1) {
          let sum = 0;
          for (let k = -reach; k <= reach; k += 1) {
            // Beyond the edge lies more of the edge.
            const near = Math.min(side - 1, Math.max(0, at + k));
            sum += (kernel[k + reach] ?? 0) * (from[(line * cross + near * step) * 3 + one] ?? 0);
          }
          to[(line * cross + at * step) * 3 + one] = sum / whole;
        }
    return to;
  };
  return { side, values: along(along(values, 1, side), side, 1) };
}

/** The picture in cells of `size` pixels, as this vision sees them, in CIELAB (D65). */
export function cellsSeen({ side, values }: Light, vision: Vision, size: number): Float64Array {
  const across = Math.floor(side / size);
  const cells = new Float64Array(across * across * 3);
  for (let row = 0; row < across; row += 1)
    for (let column = 0; column < across; column += 1) {
      const sum = [0, 0, 0];
      for (let y = row * size; y < (row + 1) * size; y += 1)
        for (let x = column * size; x < (column + 1) * size; x += 1)
          for (let one = 0; one < 3; one += 1)
            sum[one] = (sum[one] ?? 0) + (values[(y * side + x) * 3 + one] ?? 0) / size ** 2;
      cells.set(lab(turned(VISIONS[vision], sum)), (row * across + column) * 3);
    }
  return cells;
}

const turned = (m: Matrix, [r = 0, g = 0, b = 0]: readonly number[]): readonly number[] =>
  [0, 3, 6].map((at) =>
    Math.min(1, Math.max(0, (m[at] ?? 0) * r + (m[at + 1] ?? 0) * g + (m[at + 2] ?? 0) * b)),
  );

function lab([r = 0, g = 0, b = 0]: readonly number[]): readonly number[] {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How many cells of two pictures are clearly apart: by `least` in CIELAB or more. */
export function apart(one: Float64Array, other: Float64Array, least: number): number {
  let count = 0;
  for (let at = 0; at < one.length; at += 3) {
    const l = (one[at] ?? 0) - (other[at] ?? 0);
    const a = (one[at + 1] ?? 0) - (other[at + 1] ?? 0);
    const b = (one[at + 2] ?? 0) - (other[at + 2] ?? 0);
    if (l * l + a * a + b * b >= least * least) count += 1;
  }
  return count;
}
