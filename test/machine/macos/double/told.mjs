// What ps, osascript, lsof and ls of macOS say in a world of one value; nothing of it runs. The same for a machine in
// this process and for a built product that is preloaded with `preload.mjs`.
import { runJxa } from './bridge.mjs';
import { table } from './ps.mjs';

const BEGAN = 1_800_000_000;
const FINDER = '/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder';

/** `does`: what asking, hiding and the Trash come to. */
export function answerOf(world, { program, args, input = '' }, owner, does = {}) {
  const { processes, windows = [], lateApps = [], asks, quit } = world;
  if (program.endsWith('/ls')) return lsOf(asks);
  if (program.endsWith('/lsof') && world.lsof === 'hangs') return { hangs: true };
  if (program.endsWith('/lsof')) return { stdout: lsofOf(world), code: 1 };
  if (program.endsWith('/ps')) return psOf(processes, args, owner);
  if (!program.endsWith('/osascript')) return undefined;
  if (args[1] === 'AppleScript')
    return quit === undefined
      ? { stdout: '\n' }
      : { stderr: `0:12: execution error: told (${quit})\n`, code: 1 };
  const applications = [
    { pid: 300, bundleId: 'com.apple.finder', executable: FINDER, launched: BEGAN },
    ...processes.flatMap(({ pid, app }) => (app ? [{ pid, launched: BEGAN + 1, ...app }] : [])),
    ...lateApps,
  ];
  const system = { applications, windows, ...does };
  return { stdout: `${runJxa(input, args.slice(3), system)}\n` };
}

function psOf(processes, args, owner) {
  const columns = args.flatMap((arg, at) => (args[at - 1] === '-o' ? [arg.replace(/=$/, '')] : []));
  const base = { parent: 1, owner, state: 'S', resident: 1, began: BEGAN, name: 'x' };
  const rows = [
    { ...base, pid: 1, parent: 0, owner: 0, args: ['/sbin/launchd'] },
    { ...base, pid: process.pid, args: ['node', 'x'] },
    ...processes.map(({ app: _, ...one }) => ({ ...base, ...one })),
  ];
  const wanted = args.includes('-p') ? args[args.indexOf('-p') + 1].split(',') : [];
  const shown = rows.filter(({ pid }) => wanted.length === 0 || wanted.includes(String(pid)));
  return { stdout: table(shown, columns) };
}

const lsofOf = ({ open = [] }) =>
  [{ pid: process.pid, file: '/dev/null' }, ...open]
    .map(({ pid, file }) => `p${pid}\nf3\nn${file}\n`)
    .join('');

const lsOf = (asks) =>
  asks === true
    ? { hangs: true }
    : {
        stderr: `ls: ${asks ? 'Operation not permitted' : 'No such file or directory'}\n`,
        code: 1,
      };
