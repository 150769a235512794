// The pictures of the marketplace, composed from the faces as the keys show them.
const WIDE = 1920;
const HIGH = 960;
const FONTS = `Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`;

const EXIT = 'safe-exit';
/** One client through its evening, as each of its keys shows it. */
const STATES = [
  { action: EXIT, sign: 'running', word: 'running', name: 'Telegram' },
  { action: EXIT, sign: 'in-tray', word: 'in tray', name: 'WeChat' },
  { action: EXIT, ...leaving('4'), name: 'WeChat' },
  { action: EXIT, sign: 'gone', word: 'gone', name: 'WeChat' },
  { action: EXIT, sign: 'still-here', word: 'hold: force', name: 'Slack', canHold: true },
  { action: 'status', sign: 'residue', word: 'left behind', name: 'DingTalk', figure: '3' },
  { action: 'hide', sign: 'hidden', word: 'hidden', name: 'Telegram' },
  { action: 'status', sign: 'looking', word: 'looking', name: 'Discord' },
  { action: EXIT, sign: 'grant-access', word: 'grant access', name: 'QQ' },
  { action: 'force-exit', sign: 'busy', word: 'elsewhere', name: 'LINE' },
];
const FORCE = [
  { sign: 'force', word: 'hold', name: 'Slack', canHold: true },
  { sign: 'force', word: 'keep holding', name: 'Slack', ring: ring(0.4, 'hold') },
  { sign: 'force', word: 'keep holding', name: 'Slack', ring: ring(0.85, 'hold') },
  { sign: 'gone', word: 'gone', name: 'Slack' },
].map((view) => ({ action: 'force-exit', ...view }));
const PURGE = [
  { sign: 'purge', word: 'purge', name: 'WeChat', figure: '1.2', unit: 'GB', canHold: true },
  {
    ...{ sign: 'purge', word: 'keep holding', name: 'WeChat' },
    ...{ figure: '1.2', unit: 'GB', ring: ring(0.7, 'hold') },
  },
  {
    ...{ sign: 'working', word: 'purging', name: 'WeChat' },
    ...{ figure: '45', unit: '%', ring: ring(0.45) },
  },
  { sign: 'freed', word: 'in trash', name: 'WeChat', figure: '1.2', unit: 'GB' },
].map((view) => ({ action: 'purge-cache', ...view }));

/** All pictures by their names, drawn with `face` of the plugin and its icon. */
export const pictures = (face, icon) => ({
  'thumbnail-1920x960': page(
    nested(icon, 150, 190, 250, 144) +
      words('Clean Exit', 150, 590, 112) +
      words('Quit chat apps completely.', 150, 670, 44, '#8A94A3') +
      words('The key shows what was checked.', 150, 732, 44, '#8A94A3') +
      keys(face, [...STATES.slice(1, 4), STATES[5], PURGE[0], FORCE[1]], {
        columns: 3,
        x: 960,
        y: 205,
        size: 260,
        gap: [30, 30],
      }),
  ),
  'gallery-1': told(
    ...[
      'Every key shows what was checked',
      'Its shape is the action. Fill and sign are the state; colour only repeats it.',
    ],
    keys(face, STATES, { columns: 5, x: 120, y: 330, size: 270, gap: [82, 40] }),
  ),
  'gallery-2': told(
    ...['Hold to force, let go to stop', 'The root first, then its helpers. Then it looks again.'],
    keys(face, FORCE, { columns: 4, x: 120, y: 450, size: 330, gap: [120, 0] }),
  ),
  'gallery-3': told(
    ...[
      'See the size before you purge',
      'Caches only, to the trash. Never a chat, a login or a key.',
    ],
    keys(face, PURGE, { columns: 4, x: 120, y: 450, size: 330, gap: [120, 0] }),
  ),
});

function leaving(seconds) {
  return { sign: 'working', word: 'leaving', figure: seconds, unit: 's', ring: ring(0.62) };
}

function ring(part, what = 'work') {
  return { part, for: what };
}

const told = (title, more, inner) =>
  page(words(title, 120, 190, 84) + words(more, 120, 264, 42, '#8A94A3') + inner);

const page = (inner) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}" width="${WIDE}" height="${HIGH}" font-family="${FONTS}" font-weight="700">` +
  `<defs><clipPath id="key"><rect width="144" height="144" rx="20"/></clipPath></defs>` +
  `<rect width="${WIDE}" height="${HIGH}" fill="#0B0D10"/>${inner}</svg>\n`;

const words = (text, x, y, size, fill = '#F4F6F8') =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${text}</text>`;

/** A drawing within a drawing, as large as asked for. */
const nested = (svg, x, y, size, from) =>
  `<g transform="translate(${x} ${y}) scale(${size / from})">${svg}</g>`;

function keys(face, views, { columns, x, y, size, gap: [across, down] }) {
  return views
    .map(({ action, ...view }, at) => {
      const left = x + (at % columns) * (size + across);
      const top = y + Math.floor(at / columns) * (size + down);
      const edge = `<rect x="1" y="1" width="142" height="142" rx="19" fill="none" stroke="#2A303A" stroke-width="2"/>`;
      return nested(
        `<g clip-path="url(#key)">${face(action, view)}</g>${edge}`,
        left,
        top,
        size,
        144,
      );
    })
    .join('');
}
