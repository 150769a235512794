// The real processes of this Linux, as a Mac would show them: practice clients stand in /Applications.
import { readdirSync, readFileSync } from 'node:fs';

const read = (file) => readFileSync(file, 'latin1');

/** Seconds since 1970 at which this computer started, and how long a tick and a page are. */
const bootedAt = Number(/^btime (\d+)$/m.exec(read('/proc/stat'))?.[1]);
const TICKS = 100;
const PAGE = 4_096;

/** Every process; `programs` are `[{ script, executable }]` of the scenario. */
export function realProcesses(programs) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [one(Number(name), programs)];
      } catch {
        return []; // It ended in this moment.
      }
    });
}

function one(pid, programs) {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/\0$/, '').split('\0');
  const program = programs.find(({ script }) => script === args[1]);
  return {
    pid,
    parent: Number(fields[1]),
    owner: Number(/^Uid:\s+\d+\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]),
    state: fields[0],
    resident: (Number(read(`/proc/${pid}/statm`).split(' ')[1]) * PAGE) / 1_024,
    began: bootedAt + Math.floor(Number(fields[19]) / TICKS),
    program,
    args: program ? [program.executable, ...args.slice(2)] : args,
    name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
  };
}
