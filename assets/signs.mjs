// The signs of the launcher and the menu bar: one colour, no ground, because Raycast tints them.

const BUBBLE = 'M19 87l17-8c4 1 9 2 14 2 24 0 43-15 43-34S74 13 50 13 7 28 7 47c0 11 6 20 16 26z';
/** The same around the middle, smaller. */
const INNER = 'M31 72l10-5c3 1 6 1 9 1 14 0 26-9 26-20S64 28 50 28 24 37 24 48c0 6 4 12 9 15z';
const INK = '#000000';

const line = (d, width) =>
  `<path d="${d}" fill="none" stroke="${INK}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const fill = (...d) => `<path d="${d.join('')}" fill="${INK}" fill-rule="evenodd"/>`;
const dot = (x, y, r) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${INK}"/>`;
/** As a part of a filled path it is a hole. */
const hole = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Somebody is here: a full bubble with holes in it, as large as the hollow one. */
const solid = (...holes) => fill(BUBBLE, ...holes) + line(BUBBLE, 8);
/** Nobody is here any more. */
const hollow = (width) => line(BUBBLE, width);

/** Not sure, or not all: the tail in one piece, so that it stays a bubble, then dashes of one length. */
function dashed(width) {
  const GAP = 10;
  const DASHES = 5;
  const at = (t) => [50 + 43 * Math.cos(t), 47 - 34 * Math.sin(t)];
  // From the tail's right end round to its left end, in steps short enough to be straight.
  const [from, to, steps] = [(-105 * Math.PI) / 180, (219 * Math.PI) / 180, 2_000];
  const points = Array.from({ length: steps + 1 }, (_, i) => at(from + ((to - from) * i) / steps));
  const walked = [0];
  for (let i = 1; i <= steps; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
    walked.push(walked[i - 1] + Math.hypot(x1 - x0, y1 - y0));
  }
  const gap = GAP + width;
  const dash = (walked[steps] - gap * (DASHES + 1)) / DASHES;
  const point = (way) => points[walked.findIndex((one) => one >= way)];
  const arcs = Array.from({ length: DASHES }, (_, i) => {
    const begin = gap + i * (dash + gap);
    const [[x0, y0], [x1, y1]] = [point(begin), point(begin + dash)].map(round);
    return `M${x0} ${y0}A43 34 0 0 0 ${x1} ${y1}`;
  });
  const [[x0, y0], [x1, y1]] = [points[0], points[steps]].map(round);
  return line(`M${x0} ${y0}L36 79 19 87l4-14L${x1} ${y1}${arcs.join('')}`, width);
}

/** @param {number[]} point */
const round = ([x, y]) => [x.toFixed(1), y.toFixed(1)];

const DOTS = [29, 50, 71].map((x) => hole(x, 47, 7.5));
const CALL = ['M43 24h14l-3 27h-8z', hole(50, 64, 7)];
const TICK = 'M33 47l12 12 22-25';
const mark = (width) => line('M39 37c0-14 22-14 22 0 0 8-11 8-11 14', width) + dot(50, 65, 6);
const TRAY = 'M7 62v20a9 9 0 0 0 9 9h68a9 9 0 0 0 9-9V62';

const SIGNS = {
  'sign-looking': dashed(8),
  'sign-gone': hollow(8) + line(TICK, 9),
  'sign-running': solid(...DOTS),
  'sign-in-tray': `<g transform="translate(0 -10)">${fill(INNER)}${line(INNER, 10)}</g>${line(TRAY, 9)}`,
  'sign-residue': dashed(8) + dot(50, 47, 13),
  'sign-unknown': dashed(8) + mark(9),
  'sign-still': solid(...CALL),
};

/** In the menu bar, where there is room for four, each with bolder strokes. */
const MENU = {
  'menu-here': SIGNS['sign-running'],
  'menu-gone': hollow(9) + line(TICK, 10),
  'menu-residue': dashed(9) + dot(50, 47, 13),
  'menu-unknown': dashed(9) + mark(10),
};

const svg = (size) => (inner) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${size}" height="${size}">${inner}</svg>\n`;

/** Each file's name with its drawing. */
export const signs = () => [
  ...Object.entries(SIGNS).map(([name, inner]) => [name, svg(24)(inner)]),
  ...Object.entries(MENU).map(([name, inner]) => [name, svg(16)(inner)]),
];
