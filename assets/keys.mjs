// All pictures of the keys on one sheet, at the size that the smallest decks show: a row for a state, a column for an action.
const ACTIONS = [
  ['safe-exit', 'Safe Exit'],
  ['force-exit', 'Force Exit'],
  ['purge-cache', 'Purge Cache'],
  ['status', 'What Is Left'],
  ['hide', 'Hide'],
  ['dial', 'Exit Dial'],
];

const ring = (what) => ({ ring: { part: 0.4, for: what } });
const READY = { canHold: true };

/** A view of each state, and what it says in words. */
const STATES = [
  { says: 'nothing was seen yet', sign: 'looking', word: 'looking' },
  { says: 'gone', sign: 'gone', word: 'gone' },
  { says: 'running', sign: 'running', word: 'running' },
  { says: 'in the tray', sign: 'in-tray', word: 'in tray' },
  { says: 'runs, no window visible', sign: 'hidden', word: 'hidden' },
  { says: 'left behind: how much', sign: 'residue', word: 'left behind', figure: '3' },
  {
    says: 'a request is under way',
    sign: 'working',
    word: 'leaving',
    figure: '4',
    unit: 's',
    ...ring('work'),
  },
  { says: 'still here', sign: 'still-here', word: 'still here' },
  { says: 'still here, a hold forces', sign: 'still-here', word: 'hold: force', ...READY },
  { says: 'it is held', sign: 'still-here', word: 'keep holding', ...ring('hold') },
  { says: 'partly gone', sign: 'partly', word: 'partly gone' },
  { says: 'could not be carried out', sign: 'failed', word: 'failed' },
  { says: 'unknown', sign: 'unknown', word: 'unknown' },
  { says: 'a person can allow to look', sign: 'grant-access', word: 'grant access' },
  { says: 'another surface is at it', sign: 'busy', word: 'elsewhere' },
  { says: 'a hold ends it', sign: 'force', word: 'hold', ...READY },
  { says: 'a press ends it', sign: 'force', word: 'force exit' },
  { says: 'held too short', sign: 'hold-longer', word: 'hold longer', ...READY },
  {
    says: 'a hold purges so much',
    sign: 'purge',
    word: 'purge',
    figure: '1.2',
    unit: 'GB',
    ...READY,
  },
  { says: 'nothing to purge', sign: 'nothing', word: 'nothing' },
  { says: 'a hold exits, then purges', sign: 'exit-first', word: 'hold: both', ...READY },
  { says: 'freed so much', sign: 'freed', word: 'freed', figure: '388', unit: 'MB' },
  {
    says: 'in the trash, not yet free',
    sign: 'trashed',
    word: 'in trash',
    figure: '388',
    unit: 'MB',
  },
  { says: 'one measured figure', sign: 'detail', word: 'memory', figure: '1.31', unit: 'GB' },
  { says: 'a policy forbids it', sign: 'not-allowed', word: 'not allowed' },
  { says: 'a legal hold forbids it', sign: 'on-hold', word: 'legal hold' },
];

const [SIDE, STEP, LEFT, TOP] = [72, 84, 196, 40];
export const WIDTH = LEFT + ACTIONS.length * STEP + 4;
export const HEIGHT = TOP + STATES.length * STEP + 4;

/** The sheet, drawn with `face` of the plugin; twice as large as its numbers say. */
export const sheet = (face) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-weight="700" font-size="13" fill="#C4CBD6">` +
  `<defs><clipPath id="key"><rect width="144" height="144" rx="20"/></clipPath></defs>` +
  `<rect width="${WIDTH}" height="${HEIGHT}" fill="#0B0D10"/>` +
  ACTIONS.map(
    ([, name], at) =>
      `<text x="${LEFT + at * STEP + SIDE / 2}" y="26" font-size="11" text-anchor="middle">${name}</text>`,
  ).join('') +
  STATES.map(
    ({ says, ...view }, row) =>
      `<text x="12" y="${TOP + row * STEP + 41}">${says}</text>` +
      ACTIONS.map(([action], column) => {
        const place = `translate(${LEFT + column * STEP} ${TOP + row * STEP}) scale(${SIDE / 144})`;
        return `<g transform="${place}" clip-path="url(#key)">${face(action, { ...view, name: 'WeChat' })}</g>`;
      }).join(''),
  ).join('') +
  '</svg>\n';
