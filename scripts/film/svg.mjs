/** The colours of a terminal (SGR 31 to 36 and 90), from the picture language of the product. */
const COLOURS = {
  ...{ 1: '#F2555A', 2: '#34C77B', 3: '#F5B53D', 4: '#4C9DF5', 5: '#9B7CF4' },
  8: '#8A94A3',
};
const [CELL, LINE, PAD, TOP] = [8.4, 21, 22, 36];
const FONT = `ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace`;

/**
 * A film as one SVG that moves by CSS alone. For readers who want no motion, and where no style sheet runs,
 * it is a picture of the end.
 */
export function svgOf({ rows, columns, typed, lasting, gone, ms }, name) {
  const title = escaped(name);
  const width = Math.round(columns * CELL + 2 * PAD);
  const height = rows * LINE + PAD + TOP;
  const percent = (at) => `${((100 * at) / ms).toFixed(2)}%`;
  const frames = new Map();
  /** A class of what stands between two times. */
  const during = (from, to) => {
    const name = `t${frames.size}`;
    const after = to === undefined ? '' : `,${percent(to)},100%`;
    frames.set(
      name,
      `@keyframes ${name}{0%${after}{visibility:hidden}${percent(from)}{visibility:visible}}`,
    );
    return name;
  };
  const line = (spans, y, name, more = '') =>
    `<g class="${name}${more}">${spans.map((one) => text(one, y)).join('')}</g>`;
  const commands = typed.map(({ y, command, from, ms: lasts }) => {
    const name = `t${frames.size}`;
    frames.set(
      name,
      `@keyframes ${name}{0%,${percent(from)}{clip-path:inset(0 100% 0 0);animation-timing-function:steps(${command.length})}${percent(from + lasts)},100%{clip-path:inset(0)}}`,
    );
    const spans = [{ at: 2, text: command, cells: command.length, bold: true }];
    const prompt = line(
      [{ at: 0, text: '$', cells: 1, colour: 8 }],
      y,
      during(Math.max(0, from - 500)),
    );
    return `${prompt}${line(spans, y, name, ' typed')}`;
  });
  const drawn = [
    ...lasting.map(({ spans, y, from }) => line(spans, y, during(from))),
    ...gone.map(({ spans, y, from, to }) => line(spans, y, during(from, to), ' gone')),
  ];
  const classes = [...frames.keys()].map((name) => `.${name}{animation-name:${name}}`).join('');
  const style = `.gone{visibility:hidden}@media (prefers-reduced-motion:no-preference){g{animation:${ms}ms step-end infinite}.typed{animation-timing-function:linear}${classes}${[...frames.values()].join('')}}`;
  const dots = ['#F2555A', '#F5B53D', '#34C77B']
    .map((colour, at) => `<circle cx="${PAD + 6 + at * 18}" cy="18" r="5" fill="${colour}"/>`)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" font-size="14" fill="#F4F6F8" role="img" aria-label="${title}"><title>${title}</title><style>${style}</style><rect width="100%" height="100%" rx="10" fill="#14171C"/>${dots}
${[...commands, ...drawn].join('\n')}
</svg>
`;
}

function text({ at, text: said, cells, colour, bold }, y) {
  const fill = COLOURS[colour] === undefined ? '' : ` fill="${COLOURS[colour]}"`;
  return `<text x="${(PAD + at * CELL).toFixed(1)}" y="${TOP + 14 + y * LINE}" textLength="${(cells * CELL).toFixed(1)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"${fill}${bold ? ' font-weight="700"' : ''}>${escaped(said)}</text>`;
}

const escaped = (said) =>
  said.replace(
    /[&<>"]/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one],
  );
