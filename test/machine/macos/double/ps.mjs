// Stands in for /bin/ps of macOS. Sources of its rows: widths and cuts by keyword.c, ps.c (dynsizevars) and
// print.c of Apple's adv_cmds-138.1 to 237, held against nine public recordings in `ps-recorded.ts`; notation by
// vis.mjs; exit code 1 for no row by ps.c. Assumed: exit code 1 for a wrong option.
import { realProcesses } from './real.mjs';
import { vis } from './vis.mjs';

/** By print.c and keyword.c of Apple's adv_cmds: how each column is printed. */
const COLUMNS = {
  pid: ({ pid }) => String(pid).padStart(5),
  ppid: ({ parent }) => String(parent).padStart(5),
  uid: ({ owner }) => String(owner).padStart(5),
  rss: ({ resident }) => String(resident).padStart(6),
  state: ({ state }) => `${state}s`.padEnd(4),
  lstart: ({ began }) => dateOf(began).padEnd(28),
};

/** Columns of names: as wide as the longest, but cut at this many bytes unless they are the last. */
const NAMES = { comm: { cap: 16, text: commandOf }, args: { cap: 64, text: lineOf } };

/** `%c` of the C locale, in UTC. */
function dateOf(seconds) {
  const [day, date, month, year, time] = new Date(seconds * 1_000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${day} ${month} ${String(Number(date)).padStart(2)} ${time} ${year}`;
}

const isZombie = ({ state }) => state === 'Z';
const isSilent = ({ args }) => args.join('') === '';
const silent = (one) => (isZombie(one) ? '<defunct>' : `(${one.name.slice(0, 16)})`);
const write = (text, locale) => (locale === 'C' ? vis(text) : text.replaceAll('\n', '\\012'));
function commandOf(one, locale) {
  return isZombie(one) || isSilent(one) ? silent(one) : write(one.args[0], locale);
}
function lineOf(one, locale) {
  return isZombie(one) || isSilent(one) ? silent(one) : write(one.args.join(' '), locale);
}

/** What ps prints for these rows. */
export function table(rows, columns, locale = 'C') {
  const cells = columns.map((name, at) => cellsOf(rows, name, at === columns.length - 1, locale));
  return rows.map((_, row) => `${cells.map((column) => column[row]).join(' ')}\n`).join('');
}

function cellsOf(rows, name, isLast, locale) {
  const names = NAMES[name];
  if (!names) return rows.map((one) => COLUMNS[name](one));
  const texts = rows.map((one) => Buffer.from(names.text(one, locale)));
  if (isLast) return texts.map(String);
  const wide = Math.min(names.cap, Math.max(...texts.map(({ length }) => length)));
  return texts.map((text) => {
    const cut = text.subarray(0, wide);
    return cut + ' '.repeat(wide - cut.length);
  });
}

const isColumn = (name) => name in COLUMNS || name in NAMES;

export function ps(scenario, argv, { env }) {
  if (env.TZ !== 'UTC0') return { stderr: 'this double knows UTC only', code: 1 };
  const columns = [];
  let pids;
  let every = false;
  for (let at = 0; at < argv.length; at++) {
    if (argv[at] === '-axww') every = true;
    else if (argv[at] === '-p') pids = argv[++at].split(',').map(Number);
    else if (argv[at] === '-o' && isColumn(argv[at + 1]?.replace(/=$/, '')))
      columns.push(argv[++at].replace(/=$/, ''));
    else return { stderr: `ps: illegal option ${argv[at]}`, code: 1 };
  }
  const rows = realProcesses(scenario.programs).filter(({ pid }) => every || pids?.includes(pid));
  return rows.length === 0 ? { code: 1 } : { stdout: table(rows, columns), code: 0 };
}
