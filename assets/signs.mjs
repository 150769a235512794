// The signs of the launcher and the menu bar: one colour, no ground, because Raycast tints them.

const BUBBLE = 'M19 87l17-8c4 1 9 2 14 2 24 0 43-15 43-34S74 13 50 13 7 28 7 47c0 11 6 20 16 26z';
const INK = '#000000';

/** A round hole, drawn against the bubble's direction. */
const hole = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Somebody is here: a full bubble with holes in it. */
const solid = (...holes) =>
  `<path d="${[BUBBLE, ...holes].join('')}" fill="${INK}" fill-rule="evenodd"/>`;

const line = (d, more = '') =>
  `<path d="${d}" fill="none" stroke="${INK}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"${more}/>`;

/** Nobody is here any more. */
const hollow = line(BUBBLE);
/** Not sure, or not all. */
const dashed = line(BUBBLE, ' stroke-dasharray="14 15.5" stroke-dashoffset="7"');
const dot = (x, y, r) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${INK}"/>`;

const DOTS = [30, 50, 70].map((x) => hole(x, 47, 7));
const MARK = line('M40 39c0-15 21-15 21-1 0 9-11 9-11 18') + dot(50, 68, 5);
const SMALL =
  '<path d="M30 66l11-5c3 1 6 1 9 1 16 0 29-10 29-23S66 16 50 16 21 26 21 39c0 7 4 13 11 17z" fill="#000000"/>';

const SIGNS = {
  'sign-looking': dashed,
  'sign-gone': hollow + line('M33 47l12 12 22-25'),
  'sign-running': solid(...DOTS),
  'sign-in-tray': SMALL + line('M8 62v18a9 9 0 0 0 9 9h66a9 9 0 0 0 9-9V62'),
  'sign-residue': dashed + dot(50, 47, 11),
  'sign-unknown': dashed + MARK,
  'sign-still': solid('M44 27h12l-2 25h-8z', hole(50, 63, 6)),
};

/** In the menu bar, where there is room for four. */
const MENU = {
  'menu-here': SIGNS['sign-running'],
  'menu-gone': SIGNS['sign-gone'],
  'menu-residue': SIGNS['sign-residue'],
  'menu-unknown': SIGNS['sign-unknown'],
};

const svg = (size) => (inner) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${size}" height="${size}">${inner}</svg>\n`;

/** Each file's name with its drawing. */
export const signs = () => [
  ...Object.entries(SIGNS).map(([name, inner]) => [name, svg(24)(inner)]),
  ...Object.entries(MENU).map(([name, inner]) => [name, svg(16)(inner)]),
];
