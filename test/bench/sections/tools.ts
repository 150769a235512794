import path from 'node:path';
import { findProgram } from '../../../shared/practice/find-program.ts';
import type { Ran } from '../command.ts';
import type { House } from '../house.ts';
import { CLEAN_EXIT } from '../ours.ts';

/** A way to make a client leave, as a person or a script would call it. */
export interface Peer {
  readonly name: string;
  command(client: House): readonly string[];
  /** What it says, where that can be read better than as text; `left` is what we counted. */
  says?(ran: Ran, left: number): string;
}

export const OURS = 'clean-exit exit';
export const SHELL = 'pkill TERM; pidwait; pkill KILL';

const fkill = path.resolve('node_modules/fkill-cli/cli.js');
const startStopDaemon = findProgram('start-stop-daemon', ['/usr/sbin', '/sbin', '/usr/bin']);
const hasPidwait = findProgram('pidwait') !== undefined;

/** By the client's own session and by name in it, so that nobody else's process is ever met. */
const shellLine = (sid: number): string =>
  [
    `pkill -TERM -s ${sid} -x practice`,
    `pidwait -s ${sid} -x practice`,
    `pkill -KILL -s ${sid} -x PracticeAppEx`,
  ].join('; ');

/** Those that are installed here. */
export const PEERS: readonly Peer[] = [
  {
    name: OURS,
    command: () => [...CLEAN_EXIT, 'exit', 'practice', '--json'],
    says: ourVerdict,
  },
  ...(hasPidwait
    ? [{ name: SHELL, command: ({ root }: House) => ['/bin/sh', '-c', shellLine(root)] }]
    : []),
  ...(startStopDaemon === undefined
    ? []
    : [
        {
          name: 'start-stop-daemon TERM/2/KILL/1, root',
          command: ({ root }: House) => [
            ...[startStopDaemon, '--stop', '--retry', 'TERM/2/KILL/1', '--pid', String(root)],
          ],
        },
      ]),
  { name: 'fkill, root', command: ({ root }) => [process.execPath, fkill, String(root)] },
  {
    name: 'fkill -t 2, all pids',
    command: ({ pids }) => [process.execPath, fkill, '-t', '2', ...pids.map(String)],
  },
  {
    name: 'fkill -f, all pids',
    command: ({ pids }) => [process.execPath, fkill, '-f', ...pids.map(String)],
  },
];

/** Our verdict, and whether the processes in the receipt are those that we counted ourselves. */
function ourVerdict({ out, code }: Ran, left: number): string {
  const last = out.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{"schema":"clean-exit/receipt/'))
    return `no receipt, exit ${code}: ${last}`;
  const { verdict, left: told } = JSON.parse(last) as {
    readonly verdict: string;
    readonly left: { readonly processes: readonly unknown[] };
  };
  return `${verdict}, ${told.processes.length === left ? 'true' : `but ${left} are there`}`;
}
