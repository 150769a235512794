// Stands in for /bin/ps of macOS: its options, its widths of columns, its notation, its exit codes.
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
  comm: (one, { wide, locale }) => {
    const text = commandOf(one, locale);
    return text + ' '.repeat(wide - Buffer.byteLength(text));
  },
  args: (one, { locale }) => lineOf(one, locale),
};

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
const silent = (one) => (isZombie(one) ? '<defunct>' : `(${one.name})`);
const write = (text, locale) => (locale === 'C' ? vis(text) : text.replaceAll('\n', '\\012'));
const commandOf = (one, locale) =>
  isZombie(one) || isSilent(one) ? silent(one) : write(one.args[0], locale);
const lineOf = (one, locale) =>
  isZombie(one) || isSilent(one) ? silent(one) : write(one.args.join(' '), locale);

/** What ps prints for these rows; columns are as wide as their bytes, in UTF-8 as well. */
export function table(rows, columns, locale = 'C') {
  const wide = Math.max(16, ...rows.map((one) => Buffer.byteLength(commandOf(one, locale))));
  return rows
    .map((one) => columns.map((name) => COLUMNS[name](one, { wide, locale })).join(' '))
    .join('\n')
    .concat('\n');
}

export function ps(scenario, argv, { env }) {
  if (env.TZ !== 'UTC0') return { stderr: 'this double knows UTC only', code: 1 };
  const columns = [];
  let pids;
  let every = false;
  for (let at = 0; at < argv.length; at++) {
    if (argv[at] === '-axww') every = true;
    else if (argv[at] === '-p') pids = argv[++at].split(',').map(Number);
    else if (argv[at] === '-o' && COLUMNS[argv[at + 1]?.replace(/=$/, '')])
      columns.push(argv[++at].replace(/=$/, ''));
    else return { stderr: `ps: illegal option ${argv[at]}`, code: 1 };
  }
  const rows = realProcesses(scenario.programs).filter(({ pid }) => every || pids?.includes(pid));
  return rows.length === 0 ? { code: 1 } : { stdout: table(rows, columns), code: 0 };
}
