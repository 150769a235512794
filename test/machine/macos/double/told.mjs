// What ps, osascript, lsof and ls of macOS say in a world of one value; nothing of it runs. The same for a machine in
// this process and for a built product that is preloaded with `preload.mjs`.
import { readdirSync, readlinkSync } from 'node:fs';
import { runJxa } from './bridge.mjs';
import { table } from './ps.mjs';

const BEGAN = 1_800_000_000;
const FINDER = '/System/Library/CoreServices/Finder.app/Contents/MacOS/Finder';

/** `does`: what asking, hiding and the Trash come to. */
export function answerOf(world, { program, args, input = '' }, owner, does = {}) {
  const { processes, windows = [], lateApps = [], asks, quit } = world;
  if (program.endsWith('/ls')) return lsOf(asks);
  if (program.endsWith('/lsof')) return lsofIn(world, args[0].includes('b'));
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

/** `quick` is without the calls that stand on a disk that is away. */
function lsofIn({ open = [], lsof }, quick) {
  if (lsof === 'hangs' || (lsof === 'stands' && !quick)) return { hangs: true };
  const own = readdirSync('/proc/self/fd').map((fd) => ({
    pid: process.pid,
    fd,
    file: nameOf(fd),
  }));
  const rows = [...own, ...open].map(({ pid, fd = 3, file }) =>
    lsof === 'nameless' && quick ? `p${pid}\nf${fd}\n` : `p${pid}\nf${fd}\nn${file}\n`,
  );
  return { stdout: rows.join(''), code: 1 };
}

function nameOf(fd) {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return 'closed in this moment';
  }
}

const lsOf = (asks) =>
  asks === true
    ? { hangs: true }
    : {
        stderr: `ls: ${asks ? 'Operation not permitted' : 'No such file or directory'}\n`,
        code: 1,
      };
