// Stands in for /usr/sbin/lsof with -F pn over all files of one user, exit code 1 included: it says so
// as soon as anything could not be looked at.
//
// | row | source |
// | --- | --- |
// | lines of p, f and n; exit code 1 where anything failed | documented: lsof(8) |
// | other letters than ASCII as \x.. in the C locale | recorded: public file 63640101827 (WeCom's path) |
// | a whole answer with a container of WeChat | assumed: nobody recorded one |
// | a network disk that does not answer | reported: openclaw#75767; played in told.mjs |
// | what -b keeps of the names | assumed, both ways; played in told.mjs |
import { readdirSync, readlinkSync } from 'node:fs';
import { realProcesses } from './real.mjs';

/** In the C locale, byte by byte. */
const shown = (name) =>
  Array.from(Buffer.from(name), (byte) =>
    byte < 0x20 || byte > 0x7e
      ? `\\x${byte.toString(16).padStart(2, '0')}`
      : String.fromCharCode(byte),
  ).join('');

export function lsof(scenario, argv, { pid: self }) {
  const [flags, u, uid, f, fields] = argv;
  if (!/^-nPwb?$/.test(flags) || u !== '-u' || f !== '-F' || fields !== 'pn')
    return { stderr: 'lsof: usage', code: 1 };
  if (scenario.lsof === 'denied') return { code: 1 };
  const lines = realProcesses([])
    .filter(({ owner, pid }) => String(owner) === uid && pid !== self)
    .flatMap(({ pid }) => {
      const files = filesOf(pid);
      return files.length === 0 ? [] : [`p${pid}`, ...files];
    });
  return { stdout: `${lines.join('\n')}\n`, code: 1 };
}

function filesOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => fileOf(pid, fd));
  } catch {
    return []; // Gone, or somebody else's.
  }
}

function fileOf(pid, fd) {
  try {
    const name = readlinkSync(`/proc/${pid}/fd/${fd}`);
    return [`f${fd}`, `n${name.startsWith('/') ? shown(name) : '->0x0'}`];
  } catch {
    return []; // Closed in this moment.
  }
}
