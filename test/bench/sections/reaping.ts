import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { findProgram } from '../../../shared/practice/find-program.ts';
import { lastEnd, type Observer } from '../observer/observer.ts';
import { ms, now } from '../report/numbers.ts';
import { mind } from '../tidy.ts';

const GIVE_UP_MS = 5_000;

/**
 * How long this computer's init leaves a zombie. A tool that takes a zombie for a living process waits
 * as much longer, so it belongs beside the times of the peers.
 */
export async function reaping(observer: Observer): Promise<string> {
  const setsid = findProgram('setsid');
  if (setsid === undefined) return 'reaping was not measured: no setsid here';
  const starter = mind(
    spawn(setsid, ['--fork', '/bin/sh', '-c', 'echo $$; exec sleep 0.3'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const pid = Number(String((await once(starter.stdout, 'data'))[0]));
  const ends = await (await observer.watch([pid])).ends;
  const ended = lastEnd([pid], ends);
  while (isListed(pid) && now() - ended < GIVE_UP_MS)
    await new Promise((resolve) => setTimeout(resolve, 2));
  const init = readFileSync('/proc/1/comm', 'utf8').trim();
  return `init (\`${init}\`) reaped an orphan ${ms(now() - ended)} ms after its end; whoever takes a zombie for a living process waits for that`;
}

function isListed(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`).length > 0;
  } catch {
    return false;
  }
}
